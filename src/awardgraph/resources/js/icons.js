// Marks of the kinds as SVG, for lists and for pictures.
"use strict";

awardgraph.icon = (() => {
  const { data, say } = awardgraph;
  const svg = "http://www.w3.org/2000/svg";

  /** A mark for lists; marks of an entity show what is particular about it. */
  function icon(kind, marks = []) {
    const shape = data.shapes[kind];
    const image = document.createElementNS(svg, "svg");
    const hollow = shape.ring || marks.includes("application");
    image.setAttribute("class", `mark is-${kind}${hollow ? " hollow" : ""}`);
    image.setAttribute("viewBox", "-17 -17 34 34");
    image.setAttribute("aria-hidden", "true");
    const outline = document.createElementNS(svg, "path");
    outline.setAttribute("d", shape.path);
    const letter = document.createElementNS(svg, "text");
    letter.setAttribute("y", shape.middle);
    letter.setAttribute("dy", ".36em");
    letter.textContent = say(`letter.${kind}`);
    image.append(outline, letter);
    return image;
  }

  return icon;
})();
