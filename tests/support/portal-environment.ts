// Runs before each file of tests of the running portal, which makes its databases itself.
process.env.LOG_LEVEL = "silent";
// The secret of the portals that are started, so that tests read and write what only they can.
process.env.SESSION_SECRET = "a secret that only the tests use, 32 characters and more";
