// The page of the ontology: its language, the place where one reads, and the address that says both.
"use strict";

(() => {
  const { data, address, place, setLanguage } = awardgraph;
  const root = document.documentElement;
  const opening = root.lang;
  const contents = document.querySelector(".contents");
  const narrow = matchMedia("(max-width: 960px)");
  const headings = [...document.querySelectorAll("main h3[id], main h2[id]")];
  const masthead = document.querySelector(".masthead");

  /** Change the language, and keep the heading that is being read where it is on the screen. */
  function change(lang) {
    const read = headings.find((heading) => heading.getBoundingClientRect().top >= masthead.offsetHeight);
    const before = read?.getBoundingClientRect().top ?? 0;
    setLanguage(lang);
    document.title = data.title[lang];
    if (read && scrollY > 0) scrollBy({ top: read.getBoundingClientRect().top - before, behavior: "instant" });
  }

  /** Take everything that the address says: l is the language, the rest a place. */
  let last = "";
  function read() {
    const here = place();
    const asked = address().get("l");
    const lang = data.messages[asked] ? asked : here ? root.lang : opening;
    if (lang !== root.lang) change(lang);
    // A link inside the page names the place only; the language that was chosen stays in the address.
    if (here && !asked && lang !== opening) history.replaceState(null, "", `#${here}&l=${lang}`);
    if (asked && here !== last) document.getElementById(here)?.scrollIntoView();
    last = here;
  }

  /** Mark in the contents what is being read: its own line, or that of the section it is in. */
  const links = new Map([...contents.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
  let marked = null;
  function mark(heading) {
    const link = links.get(heading.id) ?? links.get(heading.closest("section[id]")?.id);
    if (!link || link === marked) return;
    marked?.removeAttribute("aria-current");
    marked = link;
    marked.setAttribute("aria-current", "true");
    if (narrow.matches) return;
    const { top, bottom } = marked.getBoundingClientRect();
    const frame = contents.getBoundingClientRect();
    if (top < frame.top || bottom > frame.bottom) contents.scrollTop += top - frame.top - frame.height / 3;
  }
  /** What is being read is the last heading in the upper part of the window. */
  function follow() {
    const above = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.3);
    if (above.length) mark(above[above.length - 1]);
  }
  const observer = new IntersectionObserver(follow, { rootMargin: "0px 0px -70% 0px" });
  for (const heading of headings) observer.observe(heading);

  // The award stands in the middle of the picture: where there is no room for all of it, it is seen first.
  const picture = document.querySelector(".picture");
  picture.scrollLeft = (picture.scrollWidth - picture.clientWidth) / 2;
  if (narrow.matches) contents.querySelector("details").open = false;
  addEventListener("hashchange", read);
  read();
})();
