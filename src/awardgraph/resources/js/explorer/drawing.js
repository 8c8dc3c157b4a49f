// Drawing: SVG from values, labels that fit, marks that are links.
"use strict";

awardgraph.views = {};

/** How an entity is called: its names; where nobody names it, this is said with the end of its address. */
awardgraph.called = (id) => {
  const name = awardgraph.atlas.name(id);
  if (name?.th || name?.en) return name;
  const words = `${awardgraph.say("page.unnamed")}${name?.key ? ` (${name.key})` : ""}`;
  return { th: words, en: words };
};

/** A year as readers of the language count it, the other era in brackets on request. */
awardgraph.yearWords = (year, both = false) => {
  const thai = awardgraph.language() === "th";
  const [own, other] = thai ? [year + 543, `ค.ศ. ${year}`] : [year, `${year + 543} BE`];
  return both ? `${own} (${other})` : String(own);
};

awardgraph.drawing = (() => {
  const { atlas, data, say, named } = awardgraph;
  const space = "http://www.w3.org/2000/svg";
  const words = globalThis.Intl?.Segmenter ? new Intl.Segmenter("th", { granularity: "word" }) : null;
  const letters = globalThis.Intl?.Segmenter ? new Intl.Segmenter("th") : null;
  const ruler = document.createElement("canvas").getContext("2d");
  let family = "";

  /** An SVG element with attributes and children; text is always text. */
  function svg(tag, attributes = {}, ...children) {
    const made = document.createElementNS(space, tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== undefined && value !== null && value !== false) made.setAttribute(name, value);
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }

  /** How wide a text is, in pixels. */
  function width(text, size = 13, weight = 400) {
    family ||= getComputedStyle(document.body).fontFamily;
    ruler.font = `${weight} ${size}px ${family}`;
    return ruler.measureText(text).width;
  }

  /** What a line does not end in: an opening bracket or quote, the slash of a fraction, letters of พ.ศ. before their year. */
  const opens = /[([{“‘«]$|\d\/$|(^|\s)["']$|(^|[\s.])[ก-ฮ]\.\s?$/;
  /** What a line does not begin with: what closes or separates. */
  const closes = /^[\s)\]}”’»,.:;!?%/–-]+$/;

  /** Words with the punctuation that belongs to them. */
  function joined(segments) {
    const made = [];
    for (const segment of segments) {
      if (made.length && (closes.test(segment) || opens.test(made.at(-1)))) made[made.length - 1] += segment;
      else made.push(segment);
    }
    return made;
  }

  /** A text in at most so many lines of so many pixels, broken between words, with an ellipsis where it is cut. */
  function lines(whole, room, most = 2, size = 13, weight = 400) {
    // No line of a picture holds more; measuring a whole page of text would take long.
    const text = whole.length > 600 ? `${whole.slice(0, 600).replace(/[\ud800-\udbff]$/, "")}…` : whole;
    if (width(text, size, weight) <= room) return [text];
    const parts = words ? joined([...words.segment(text)].map(({ segment }) => segment)) : text.split(/(?<= )/);
    const made = [""];
    for (const part of parts.flatMap((each) => (width(each, size, weight) > room ? clusters(each) : [each]))) {
      const line = made.at(-1) + part;
      if (!made.at(-1) || width(line.trimEnd(), size, weight) <= room) made[made.length - 1] = line;
      else made.push(part.trimStart());
      if (made.length > most) break;
    }
    if (made.length > most) {
      made.length = most;
      made[most - 1] = cut(made[most - 1], room, size, weight);
    }
    return made.map((line) => line.trimEnd());
  }

  /** A text as its letters, each with its marks. */
  const clusters = (text) => (letters ? [...letters.segment(text)].map(({ segment }) => segment) : [...text]);

  /** A text that ends in an ellipsis within the room; letters are not torn from their marks. */
  function cut(text, room, size, weight) {
    const kept = clusters(text);
    while (kept.length && width(`${kept.join("")}…`, size, weight) > room) kept.pop();
    return `${kept.join("").replace(/[\s·,:(–-]+$/, "")}…`;
  }

  /** A name that is no longer than a heading or a choice bears. */
  function short(text, most) {
    const kept = text.length > most ? clusters(text.slice(0, most)).slice(0, -1).join("").trimEnd() : "";
    return kept ? `${kept}…` : text;
  }

  /** Text in lines at (x, y), the baseline of its first one. */
  function text(content, x, y, attributes = {}) {
    const made = svg("text", { x, y, ...attributes });
    // Lines are words apart for those who hear or copy them, too: a space that takes no room.
    content.forEach((line, row) => made.append(...(row ? [svg("tspan", { "font-size": 0 }, " ")] : []), svg("tspan", { x, dy: row ? "1.35em" : 0 }, line)));
    return made;
  }

  /** The mark of an entity around (x, y); awards of a low level are paler. */
  function mark(id, x, y, size = 0.62) {
    const kind = atlas.kindOf(id);
    const shape = data.shapes[kind];
    const marks = atlas.marksOf(id);
    const hollow = shape.ring || marks.includes("application");
    const strength = atlas.strengthOf(id);
    const depth = hollow ? "hollow" : !strength || strength > 0.8 ? "" : strength > 0.5 ? "middle" : "pale";
    const made = svg("g", { class: `mark is-${kind} ${depth}`, transform: `translate(${x} ${y}) scale(${size})` });
    if (marks.includes("international") || marks.includes("disputed")) {
      made.append(svg("path", { d: shape.path, class: `outer ${marks.includes("disputed") ? "disputed" : ""}`, transform: "scale(1.36)" }));
    }
    made.append(svg("path", { d: shape.path }), svg("text", { y: shape.middle, dy: ".36em" }, say(`letter.${kind}`)));
    return made;
  }

  /** What is seen of a link; its title, which is its name, says it in full, where this may be cut. */
  const drawn = (children) => svg("g", { "aria-hidden": "true" }, ...children);

  /** A link that chooses an entity, with the words for those who do not see the picture. */
  function entity(id, label, ...children) {
    const made = svg("a", { href: `#n=~${id}`, "data-id": id, class: "entity" }, svg("title", {}, label), drawn(children));
    made.addEventListener("click", (event) => { event.preventDefault(); awardgraph.choose(id); });
    return made;
  }

  /** A link that chooses the awards which belong to all of some entities, and to a year. */
  function cell(ids, year, label, ...children) {
    const made = svg("a", { href: "#", class: "cell", "data-cell": [...ids, ...(year ? [`y${year}`] : [])].join(" ") }, svg("title", {}, label), drawn(children));
    made.addEventListener("click", (event) => { event.preventDefault(); awardgraph.chooseCell(ids, year); });
    return made;
  }

  /** The picture itself, in pixels of the screen. */
  const frame = (wide, high, label, ...children) => svg("svg", { width: wide, height: high, viewBox: `0 0 ${wide} ${high}`, role: "group", "aria-label": label, xmlns: space }, ...children);

  const label = (id) => named(awardgraph.called(id))[0];

  return { svg, width, lines, short, text, mark, entity, cell, frame, label };
})();
