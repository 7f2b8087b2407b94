// app → components → lib/<feature> → lib/platform, and features only in the order below. The names of features are
// captured by pattern, so that a new one needs its name in `order` (or in job-centre/) and nothing else.
// tests/architecture/dependency-rules.test.ts plants a violation of each rule and sees it reported.

/** A feature calls only features before it; those of one row never call each other. */
const order = [
  ["people"],
  ["programmes"],
  ["tables"],
  ["documents"],
  ["announcements"],
  ["newsletter"],
  ["reuse"],
  ["forum"],
  ["sessions"],
  ["surveys"],
  // What joins the forum with things of the features before it, and keeps it going.
  ["discussions", "animation"],
  ["network", "smart-working", "job-centre"],
  // What spans several features when a programme starts anew or a body joins.
  ["editions"],
];
/** Read from all features; only app (and the worker) uses them. */
const composers = "calendar|dossier|today|search|notifications";
const features = order.flat().join("|");

/** A file of a feature at any depth, by its names without extension. */
const fileOf = (names) => `^lib/(?!platform/).+/(?:${names})\\.tsx?$`;
const providers = "^lib/(?!platform/).+/providers/";

const readers = "queries";
const writers = "commands|mutations";
const edges = "jobs|mail|document|import|export";
const pureFilesNot = `${fileOf(`${readers}|${writers}|${edges}|actions`)}|${providers}|^lib/platform/`;

const db = "^lib/platform/db\\.ts$|^lib/platform/db/generated/client\\.ts$";
/** In `tsPreCompilationDeps` mode an `import type` is a dependency of this type. */
const values = { dependencyTypesNot: ["type-only"] };

const featureOrder = order.flatMap((names, rank) =>
  names.map((name) => ({
    name: "feature-order",
    comment: `${name} calls only the features before it`,
    severity: "error",
    from: { path: `^lib/${name}/` },
    to: {
      path: `^lib/(?:${order
        .slice(rank)
        .flat()
        .filter((other) => other !== name)
        .join("|")})/`,
    },
  })),
);

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-feature-cycles",
      severity: "error",
      scope: "folder",
      from: { path: "^lib/(?:job-centre/)?[^/]+$" },
      to: { circular: true, path: "^lib/(?:job-centre/)?[^/]+$" },
    },
    {
      name: "lib-is-below-ui",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "components-are-below-app",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      name: "platform-knows-no-feature",
      severity: "error",
      from: { path: "^lib/platform/" },
      to: { path: "^lib/(?!platform/)" },
    },
    {
      name: "known-features-only",
      comment: "a new folder in lib takes its place in `order` first; files do not lie in lib itself",
      severity: "error",
      from: { path: `^lib/(?!(?:platform|links|${composers}|${features})/)` },
      to: {},
    },
    {
      name: "links-know-no-feature",
      severity: "error",
      from: { path: "^lib/links/" },
      to: { path: "^lib/(?!platform/|links/)" },
    },
    ...featureOrder,
    {
      name: "nothing-depends-on-composers",
      severity: "error",
      from: { path: "^lib/([^/]+)/" },
      to: { path: `^lib/(?:${composers})/`, pathNot: "^lib/$1/" },
    },
    {
      name: "composers-only-read",
      severity: "error",
      from: { path: `^lib/(?:${composers})/` },
      to: {
        path: `${fileOf(`${writers}|jobs|import|actions`)}`,
        pathNot: `^lib/(?:${composers})/`,
      },
    },
    {
      name: "foreign-feature-public-files-only",
      comment: "across features: queries, policy, schema, commands; types from anywhere",
      severity: "error",
      from: { path: `^lib/(?!platform/|(?:${composers})/)((?:job-centre/)?[^/]+)/` },
      to: {
        path: "^lib/(?!platform/)",
        pathNot: "^lib/$1/|/(?:queries|policy|schema|commands)\\.ts$",
        ...values,
      },
    },
    {
      name: "ui-kit-knows-no-feature",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^components/(?!ui/)|^lib/(?!platform/)" },
    },
    {
      name: "form-kit-knows-no-feature",
      severity: "error",
      from: { path: "^components/form/" },
      to: { path: "^components/(?!ui/|form/)|^lib/(?!platform/)" },
    },
    {
      name: "db-only-where-data-is-read-or-written",
      severity: "error",
      from: {
        path: "^(app|components|lib)/|^[^/]+\\.ts$",
        pathNot: `^lib/platform/|${fileOf(`${readers}|${writers}|${edges}`)}|${providers}|^prisma\\.config\\.ts$`,
      },
      to: { path: db, ...values },
    },
    {
      name: "ui-never-sees-the-database",
      comment: "not even its types: queries return what a page needs; enums are the exception",
      severity: "error",
      from: { path: "^(app|components)/" },
      to: { path: "^lib/platform/db\\.ts$|^lib/platform/db/generated/(?!enums\\.ts$)" },
    },
    {
      name: "components-never-read-data",
      comment: "components take data as props",
      severity: "error",
      from: { path: "^components/" },
      to: { path: `${fileOf(`${readers}|${writers}|${edges}`)}|${providers}`, ...values },
    },
    {
      name: "pages-write-through-actions",
      comment: "what is not a form stands in app/api",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/api/|/route\\.ts$" },
      to: { path: fileOf(`${writers}|jobs|import`), ...values },
    },
    {
      name: "lib-calls-no-action",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: fileOf("actions") },
    },
    {
      name: "pure-files-stay-pure",
      comment: "policy, schema and the concepts know no database, framework, file or network",
      severity: "error",
      from: { path: "^lib/", pathNot: pureFilesNot },
      to: {
        path: `${fileOf(`${readers}|${writers}|${edges}|actions`)}|${providers}|${db}|^lib/platform/(?:action|clock|jobs|mail|storage|live)[./]|node_modules/(?:next|next-auth|next-intl|react|react-dom|pg|@prisma/client|@prisma/adapter-pg)/|^(?:node:)?(?:fs|net|http|https|child_process|dns)(?:/|$)`,
        ...values,
      },
    },
    {
      name: "core-is-free-of-requests-and-clock",
      comment: "reads and writes take the actor and its moment as parameters, so they run without Next",
      severity: "error",
      from: { path: fileOf(`${readers}|${writers}|import|export`) },
      to: { path: "^lib/platform/clock\\.ts$|node_modules/next/(?:headers|navigation|server)", ...values },
    },
    {
      name: "nobody-imports-scripts-seed-tests",
      severity: "error",
      from: { path: "^(app|components|lib)/|^instrumentation" },
      to: { path: "^(scripts|prisma|tests)/" },
    },
    {
      name: "production-needs-no-dev-dependency",
      severity: "error",
      from: { path: "^(app|components|lib)/" },
      to: {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["type-only"],
        pathNot: "node_modules/@types/",
      },
    },
    {
      name: "imports-resolve",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules|^lib/platform/db/generated/" },
    exclude: { path: "^\\.next/|^\\.data/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".d.ts"],
    },
  },
};
