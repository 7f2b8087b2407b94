/** Tailwind compiles and compresses the one style sheet of the portal. */
export default { plugins: { "@tailwindcss/postcss": {} } };
