// What several pictures share: what tells an award from its neighbours, and long lists part by part.
"use strict";

awardgraph.parts = (() => {
  const { atlas, say, drawing } = awardgraph;
  const { svg, text, label } = drawing;
  const first = (relation, id) => atlas.forward(relation, id)[0];

  /** Who has won an award, or has applied for it. */
  const winners = (award) => [...atlas.forward("recipient", award), ...atlas.forward("applicant", award)];

  /** What an award was given for: its category or else its branch, and its level. */
  const grounds = (award) => [first("forCategory", award) ?? first("inBranch", award), first("level", award)].filter((id) => id !== undefined);

  /** The entities whose names about() and winnerWords() say. */
  const needed = (ids) => ids.filter((id) => atlas.kindOf(id) === "award").flatMap((id) => [...grounds(id), ...winners(id), ...atlas.forward("underScheme", id)]);

  /** Category and level of an award, and its number among equal ones; nothing where the graph tells none. */
  function about(award) {
    const [number] = /\(\d+\/\d+\)$/.exec(label(award)) ?? [""];
    return [grounds(award).map(label).join(" · "), number].filter(Boolean).join(" ");
  }

  const winnerWords = (award) => winners(award).map(label).join(", ");

  const places = new Map();
  /** A part of a long list: { shown, before, after }, the numbers of what is not shown. */
  function part(key, all, most) {
    const begin = Math.min(places.get(key) ?? 0, Math.max(0, all.length - 1));
    return { key, most, begin, shown: all.slice(begin, begin + most), before: begin, after: Math.max(0, all.length - begin - most) };
  }

  /** Links to the part before and after, below each other from (x, y) on; nothing where all is shown. */
  function turns({ key, most, begin, before, after }, x, y) {
    const ways = [[before, "explorer.before", begin - most], [after, "explorer.more", begin + most]].filter(([n]) => n > 0);
    return ways.map(([n, words, to], row) => {
      const made = svg("a", { href: "#", class: "more" }, svg("rect", { x: x - 4, y: y + row * 26 - 17, width: 130, height: 24, class: "target" }), text([say(words, { n: n.toLocaleString("en") })], x, y + row * 26));
      made.addEventListener("click", (event) => { event.preventDefault(); places.set(key, Math.max(0, to)); awardgraph.redraw(); });
      return made;
    });
  }

  return { winners, needed, about, winnerWords, part, turns, turnsHigh: ({ before, after }) => 26 * ((before > 0) + (after > 0)) };
})();
