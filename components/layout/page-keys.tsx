"use client";

import { useEffect } from "react";

/** Where the browser remembers that somebody wants no shortcuts of a single key (WCAG 2.1.4). */
export const singleKeys = { name: "sperimenta.singleKeys", off: "off" } as const;

/** Closes open menus on Escape and on a click elsewhere; "/" goes to the search box, never while typing. */
export function PageKeys() {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key === "Escape") closeAndReturn();
      if (event.key !== "/" || isTyping(event) || !areWanted()) return;
      const box = searchBox();
      if (!box) return;
      event.preventDefault();
      box.focus();
    }
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", closeOthers);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", closeOthers);
    };
  }, []);
  return null;
}

// The page's own box before that of the frame, which a narrow screen does not show.
function searchBox(): HTMLElement | undefined {
  const boxes = ["main search input[type=search]", "header search input[type=search]"];
  return boxes
    .map((box) => document.querySelector<HTMLElement>(box))
    .find((box): box is HTMLElement => box !== null && box.offsetParent !== null);
}

function areWanted(): boolean {
  try {
    return localStorage.getItem(singleKeys.name) !== singleKeys.off;
  } catch {
    return true;
  }
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
