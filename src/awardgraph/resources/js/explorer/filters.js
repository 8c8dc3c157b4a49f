// What is looked at: some schemes, ministries, provinces and levels, and a range of years; each with its count.
"use strict";

awardgraph.filters = (() => {
  const { atlas, awards, say, element, named, called, yearWords } = awardgraph;
  const place = document.getElementById("filters");
  /** The sides of an award by which it can be chosen, and how many of each are offered. */
  const sides = ["scheme", "level", "ministry", "province"];
  const most = 100;
  let onChange = () => {};

  let offering = [];
  /** Offer what the awards in view have, the most awarded first; nothing changes while these are the same. */
  async function render({ ids, filters, years, all }) {
    const now = [ids, String(filters), String(years), String(all), awardgraph.language()];
    if (now.every((part, at) => part === offering[at])) return;
    offering = now;
    await awards.ready(sides);
    const offered = sides.map((side) => [side, [...awards.counted(ids, side)].slice(0, most)]);
    await atlas.names([...filters, ...offered.flatMap(([, counts]) => counts.map(([id]) => id))]);
    place.replaceChildren(
      ...offered.filter(([, counts]) => counts.length).map(([side, counts]) => choice(side, counts, filters)),
      all[1] ? range(years, all) : "",
      filters.length || years ? element("button", { type: "button", class: "clear", onclick: () => onChange({ f: "", y: "" }) }, say("explorer.clear")) : "",
    );
  }

  function choice(side, counts, filters) {
    const own = counts.find(([id]) => filters.includes(id))?.[0];
    const options = counts.map(([id, n]) => element("option", { value: id, selected: id === own }, `${awardgraph.drawing.short(named(called(id))[0], 90)} (${n.toLocaleString("en")})`));
    const select = element("select", { id: `by-${side}` }, element("option", { value: "" }, say("explorer.any")), ...options);
    select.addEventListener("change", () => {
      const others = filters.filter((id) => !counts.some(([each]) => each === id));
      onChange({ filters: select.value ? [...others, Number(select.value)] : others });
    });
    return element("p", {}, element("label", { for: `by-${side}` }, say(`explorer.by_${side}`)), select);
  }

  /** Two years, in the era of the language. */
  function range(years, [from, to]) {
    const [low, high] = years ?? [from, to];
    const options = (own) => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => element("option", { value: from + at, selected: from + at === own }, yearWords(from + at)));
    const selects = [["from", low], ["to", high]].map(([name, own]) => element("select", { id: `year-${name}`, "aria-label": say(`explorer.year_${name}`) }, ...options(own)));
    for (const select of selects) select.addEventListener("change", () => {
      const [one, other] = selects.map(({ value }) => Number(value)).sort((a, b) => a - b);
      onChange({ y: one === from && other === to ? "" : `${one}-${other}` });
    });
    return element("p", { role: "group", "aria-label": say("explorer.years") }, element("span", {}, say("explorer.years")), element("span", { class: "range" }, selects[0], " – ", selects[1]));
  }

  return { render, onChange: (listener) => { onChange = listener; } };
})();
