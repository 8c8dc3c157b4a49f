// Without a mouse: the picture is one stop of the Tab key, and arrows walk through its marks. The keys are told on request.
"use strict";

awardgraph.walking = (() => {
  const place = document.getElementById("picture");
  const help = document.getElementById("help");
  const least = 24;
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  /** Marks of a drawing, and cells of a table that is a picture. */
  const marks = () => [...place.querySelectorAll("svg a, [data-at]")];

  /** Make one mark the stop: the chosen one, or else the first. */
  function begin(chosen, focus = false) {
    const all = marks();
    const stop = all.find(({ dataset }) => dataset.id === String(chosen)) ?? all[0];
    for (const mark of all) {
      mark.setAttribute("tabindex", mark === stop ? "0" : "-1");
    }
    // All are measured before the first is changed, or else the browser would lay out the picture for each.
    const bare = all.filter((mark) => mark.ownerSVGElement && !mark.querySelector(".target"));
    bare.map((mark) => mark.getBBox()).forEach((box, at) => widen(bare[at], box));
    if (focus && stop) stop.focus();
  }

  /** Give a mark room for a finger: 24 pixels either way. */
  function widen(mark, { x, y, width, height }) {
    const [wide, high] = [Math.max(width, least), Math.max(height, least)];
    (mark.querySelector("title") ?? mark.lastElementChild).after(awardgraph.drawing.svg("rect", { x: x - (wide - width) / 2, y: y - (high - height) / 2, width: wide, height: high, class: "target" }));
  }

  function middle(mark) {
    const { x, y, width, height } = mark.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  }

  /** The nearest mark in a direction; what lies aside is farther than what lies ahead. */
  function next(from, [right, down]) {
    const [x, y] = middle(from);
    let [best, nearest] = [null, Infinity];
    for (const mark of marks()) {
      const [across, along] = middle(mark).map((each, at) => each - [x, y][at]);
      const ahead = across * right + along * down;
      const far = ahead + 2.5 * Math.abs(across * down + along * right);
      if (ahead > 4 && far < nearest) [best, nearest] = [mark, far];
    }
    return best;
  }

  function walk(event) {
    const mark = event.target.closest("svg a, [data-at]");
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = marks();
    const to = ways[event.key] ? next(mark, ways[event.key]) : { Home: all[0], End: all.at(-1) }[event.key];
    if (!to && !ways[event.key]) return;
    event.preventDefault();
    if (!to) return;
    mark.setAttribute("tabindex", "-1");
    to.setAttribute("tabindex", "0");
    to.focus();
  }

  place.addEventListener("keydown", walk);
  document.getElementById("help-open").addEventListener("click", () => help.showModal());
  document.getElementById("help-close").addEventListener("click", () => help.close());
  addEventListener("keydown", (event) => {
    if (event.key === "?" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) help.showModal();
  });

  return { begin };
})();
