// Runs before each file of tests of the running portal, which makes its databases itself.
process.env.LOG_LEVEL = "silent";
