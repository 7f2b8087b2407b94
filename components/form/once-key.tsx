"use client";

import { useEffect, useRef, useState } from "react";

/**
 * The identifier under which a form's row is written: the same for as long as the form stands, however often its page is
 * made anew around it, so that a form that is sent twice writes once. After it was emptied it takes the newest.
 */
export function OnceKey({ name, fresh }: { name: string; fresh: string }) {
  const [key, setKey] = useState(fresh);
  const newest = useRef(fresh);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    newest.current = fresh;
  }, [fresh]);
  useEffect(() => {
    const form = field.current?.form;
    const renew = () => setKey(newest.current);
    form?.addEventListener("reset", renew);
    return () => form?.removeEventListener("reset", renew);
  }, []);
  return <input ref={field} type="hidden" name={name} value={key} />;
}
