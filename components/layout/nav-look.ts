/** The look of a line of the area's navigation. */
export const lineClass =
  "flex min-h-10 items-center gap-3 rounded px-2.5 py-1.5 font-semibold text-ink no-underline -outline-offset-2 hover:bg-tint hover:no-underline [&_svg]:size-5 [&_svg]:shrink-0 [&_svg]:text-muted";
/** The same where the navigation is a rail: an icon over its word. */
export const railClass =
  "group-has-[[data-rail]]/shell:relative group-has-[[data-rail]]/shell:flex-col group-has-[[data-rail]]/shell:justify-center group-has-[[data-rail]]/shell:gap-1 group-has-[[data-rail]]/shell:px-0.5 group-has-[[data-rail]]/shell:py-2 group-has-[[data-rail]]/shell:text-center group-has-[[data-rail]]/shell:text-[0.8125rem] group-has-[[data-rail]]/shell:leading-tight";
