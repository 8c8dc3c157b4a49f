// Keeping what is shown: the picture as SVG or PNG, its table as CSV, what is chosen as JSON-LD.
"use strict";

awardgraph.keeping = (() => {
  const { atlas, say } = awardgraph;
  const status = document.getElementById("status");
  /** Statements in one file; the others are counted. */
  const most = 20000;
  /** What a file cannot take from a style sheet. */
  const looks = [
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linejoin", "opacity",
    "font-size", "font-weight", "font-family", "text-anchor", "text-decoration-line", "display", "visibility", "transform",
  ];
  /** What the terminal takes for the beginning of a formula, too: signs behind whatever a spreadsheet passes over. */
  const formula = /^(?:[\s\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*[=+\-@\uff0b\uff0d\uff1d\uff20\u2212]|[\t\r\n])/;
  /** Characters that no XML holds. */
  const outside = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

  function save(name, content, type) {
    const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    awardgraph.element("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    status.textContent = say("explorer.kept", { name });
  }

  /** The picture with its colours written into it, since a file has no style sheet. */
  function alone(picture) {
    const copy = picture.cloneNode(true);
    const copies = [copy, ...copy.querySelectorAll("*")];
    [picture, ...picture.querySelectorAll("*")].forEach((one, at) => dress(copies[at], getComputedStyle(one)));
    const paper = document.createElementNS(picture.namespaceURI, "rect");
    for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: getComputedStyle(document.body).backgroundColor })) paper.setAttribute(name, value);
    copy.prepend(paper);
    return new XMLSerializer().serializeToString(copy).replace(outside, "");
  }

  /** Write the looks of an element into its copy; what the older programs do not know is told in their words. */
  function dress(copy, style) {
    for (const name of looks) {
      const value = style.getPropertyValue(name);
      const clear = /^rgba\(.*, 0\)$/.test(value);
      if (value && !(value === "none" && name === "transform")) copy.setAttribute(name.replace("-line", ""), clear ? "none" : value);
    }
    for (const name of ["class", "tabindex", "href"]) copy.removeAttribute(name);
  }

  /** The picture in dots, two for each of the screen; null where it cannot be drawn. */
  async function dots(picture) {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(alone(picture))}`;
    await image.decode();
    const canvas = awardgraph.element("canvas", { width: 2 * picture.width.baseVal.value, height: 2 * picture.height.baseVal.value });
    const ctx = canvas.getContext("2d");
    ctx.scale(2, 2);
    ctx.drawImage(image, 0, 0);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  }

  /** A cell of a spreadsheet: no text begins a formula. */
  function cellText(cell) {
    const words = awardgraph.cellWords(cell);
    const text = typeof words === "string" && formula.test(words) ? `'${words}` : String(words);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  async function table({ columns, rows }) {
    await atlas.names(rows.flatMap((row) => row.map((cell) => cell?.go).filter((id) => id !== undefined)));
    return `\ufeff${[columns.map(({ name }) => name), ...rows].map((row) => `${row.map(cellText).join(",")}\r\n`).join("")}`;
  }

  /** The statements that link an entity, as [predicate, from, to]: what it leads to, and what leads to it. */
  function linksOf(id) {
    const found = [];
    for (const name of Object.keys(atlas.head.predicates)) {
      for (const end of atlas.forward(name, id)) found.push([name, id, end]);
      for (const begin of atlas.backward(name, id)) found.push([name, begin, id]);
    }
    return found;
  }

  const recordsOf = async (ids) => new Map(await Promise.all(ids.map(async (id) => [id, await atlas.record(id)])));

  /** The statements as JSON-LD, each in the graph of every source that makes it; names in the graph of none. */
  async function linked(id, links) {
    const ids = [...new Set([id, ...links.flatMap(([, begin, end]) => [begin, end])])];
    const [records] = await Promise.all([recordsOf(ids), atlas.names(ids)]);
    const said = links.map(([name, begin, end]) => {
      const { others, sources } = records.get(begin);
      const number = atlas.head.relations.indexOf(name);
      return (others.find(([own, other]) => own === number && other === end)?.[2] ?? sources).filter((source) => source >= 0);
    });
    for (const [source, record] of await recordsOf([...new Set(said.flat())])) records.set(source, record);
    const iri = (one) => atlas.iriOf(records.get(one).key);
    const graphs = new Map();
    links.forEach(([name, begin, end], at) => {
      for (const source of said[at].length ? said[at] : [-1]) {
        if (!graphs.has(source)) graphs.set(source, new Map());
        const nodes = graphs.get(source);
        if (!nodes.has(begin)) nodes.set(begin, { "@id": iri(begin) });
        (nodes.get(begin)[atlas.head.predicates[name]] ??= []).push({ "@id": iri(end) });
      }
    });
    const stated = [...graphs].flatMap(([source, nodes]) => (source < 0 ? [...nodes.values()] : [{ "@id": iri(source), "@graph": [...nodes.values()] }]));
    return JSON.stringify([...ids.map((one) => ({ "@id": iri(one), ...atlas.statedNames(one) })), ...stated], null, 1);
  }

  async function keepLinked(id, name) {
    const links = linksOf(id);
    save(`${name}.jsonld`, await linked(id, links.slice(0, most)), "application/ld+json");
    if (links.length > most) status.textContent = say("explorer.kept_part", { n: most.toLocaleString("en"), all: links.length.toLocaleString("en") });
  }

  /** Keep what is shown in a form; say so where there is nothing of it. */
  async function keep(form, { made, picture, chosen }) {
    const name = `awardgraph-${made.view}`;
    if (form === "CSV" && made.rows.length) return save(`${name}.csv`, await table(made), "text/csv;charset=utf-8");
    if (form === "JSON-LD" && chosen >= 0) return keepLinked(chosen, name);
    if (form === "SVG" && picture) return save(`${name}.svg`, alone(picture), "image/svg+xml");
    const drawn = form === "PNG" && picture ? await dots(picture).catch(() => null) : null;
    if (drawn) return save(`${name}.png`, drawn);
    status.textContent = say("explorer.nothing_to_keep", { form });
    return undefined;
  }

  return { keep };
})();
