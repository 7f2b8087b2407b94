"use client";

import { useEffect } from "react";

type Props = {
  /** Id of the box that "/" goes to. */
  searchId?: string;
};

/** Closes open menus on Escape and on a click elsewhere; "/" goes to the search box, never while typing. */
export function PageKeys({ searchId }: Props) {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key === "Escape") closeAndReturn();
      if (event.key === "/" && searchId && !isTyping(event)) {
        event.preventDefault();
        document.getElementById(searchId)?.focus();
      }
    }
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", closeOthers);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", closeOthers);
    };
  }, [searchId]);
  return null;
}

const openMenus = () => document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]");

function closeAndReturn() {
  for (const menu of openMenus()) {
    menu.open = false;
    if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
  }
}

// A link inside a menu changes the page without unloading it, so the menu must be closed here.
function closeOthers(event: Event) {
  const at = event.target as Node;
  const followed = at instanceof Element && at.closest("details[data-menu] a");
  for (const menu of openMenus()) if (followed || !menu.contains(at)) menu.open = false;
}

function isTyping(event: KeyboardEvent): boolean {
  const at = event.target;
  const inField =
    at instanceof HTMLElement && (at.isContentEditable || at.matches("input, textarea, select"));
  return inField || event.ctrlKey || event.metaKey || event.altKey;
}
