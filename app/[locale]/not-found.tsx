import { MissingPage } from "@/components/layout/missing-page";

/** Where not even the frame of the page is for the reader: a programme's reserved pages seen by somebody else. */
export default function NotFound() {
  return (
    <main id="content">
      <MissingPage />
    </main>
  );
}
