import { expect, test } from "vitest";
import { read, sourceFiles } from "@/tests/architecture/source";

/**
 * Everything that is sent to the browser to run there, with the most lines it may have. A form's fields are here because
 * they read what was refused from the form around them. A new one has to earn its line.
 */
const clientFiles: Record<string, number> = {
  "app/[locale]/error.tsx": 30,
  "components/documents/matrix-table.tsx": 140,
  "components/documents/text/pdf-preview.tsx": 80,
  "components/documents/upload-form.tsx": 200,
  "components/form/action-form.tsx": 130,
  "components/form/checkbox.tsx": 130,
  "components/form/date-time-fields.tsx": 60,
  "components/form/field.tsx": 90,
  "components/form/file-input.tsx": 40,
  "components/form/form-context.tsx": 80,
  "components/form/once-key.tsx": 40,
  "components/form/preview.tsx": 40,
  "components/form/radio-group.tsx": 70,
  "components/form/select.tsx": 80,
  "components/form/submit-button.tsx": 40,
  "components/form/text-area.tsx": 50,
  "components/form/text-input.tsx": 60,
  "components/forum/draft-keeper.tsx": 80,
  "components/forum/markdown-tools.tsx": 100,
  "components/forum/mention-suggestions.tsx": 140,
  "components/forum/post-tools.tsx": 160,
  "components/forum/thread-news.tsx": 100,
  "components/forum/thread-readers.tsx": 70,
  "components/layout/language-switch.tsx": 40,
  "components/layout/live-count.tsx": 40,
  "components/layout/nav-groups.tsx": 90,
  "components/layout/nav-link.tsx": 40,
  "components/layout/page-keys.tsx": 80,
  "components/layout/print-button.tsx": 30,
  "components/layout/single-key-switch.tsx": 45,
  "components/layout/soft-navigation.tsx": 50,
  "components/sessions/agenda-fields.tsx": 180,
  "components/sessions/agenda-row.tsx": 120,
  "components/sessions/live/live-refresh.tsx": 70,
  "components/sessions/live/notes-conflict.tsx": 90,
  "components/sessions/live/notes-field.tsx": 140,
  "components/sessions/live/point-clock.tsx": 100,
  "components/sessions/live/removed-notes.tsx": 130,
  "components/sessions/move-on.tsx": 20,
  "components/sessions/waiting-door.tsx": 50,
};

test("what runs in the browser is listed and small", () => {
  const files = sourceFiles("app", "components", "lib").filter((file) => /^"use client";$/m.test(read(file)));
  expect(files).toEqual(Object.keys(clientFiles).sort());
  const large = files.filter((file) => read(file).split("\n").length > (clientFiles[file] ?? 0));
  expect(large).toEqual([]);
});
