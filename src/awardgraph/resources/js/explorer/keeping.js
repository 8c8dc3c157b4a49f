// Keeping what is shown: the picture as SVG or PNG, its table as CSV, what is chosen as JSON-LD.
"use strict";

awardgraph.keeping = (() => {
  const { atlas, say, named, called } = awardgraph;

  function save(name, content, type) {
    const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    const link = awardgraph.element("a", { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  /** The picture with its colours written into it, since a file has no style sheet. */
  function alone(picture) {
    const copy = picture.cloneNode(true);
    const pairs = [[picture, copy], ...[...picture.querySelectorAll("*")].map((one, at) => [one, copy.querySelectorAll("*")[at]])];
    for (const [one, other] of pairs) {
      const style = getComputedStyle(one);
      for (const name of ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size", "font-weight", "font-family", "text-anchor"]) other.setAttribute(name, style.getPropertyValue(name));
      other.removeAttribute("class");
      if (other.tagName === "a") other.removeAttribute("href");
    }
    const paper = document.createElementNS(picture.namespaceURI, "rect");
    for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: getComputedStyle(document.body).backgroundColor })) paper.setAttribute(name, value);
    copy.prepend(paper);
    return new XMLSerializer().serializeToString(copy);
  }

  async function drawn(picture) {
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
    const text = String(awardgraph.cellWords(cell));
    const safe = /^[=+\-@\t\r]/.test(text) && typeof cell !== "number" ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  const table = ({ columns, rows }) => "\ufeff" + [columns.map(({ name }) => name), ...rows].map((row) => row.map(cellText).join(",")).join("\r\n") + "\r\n";

  /** The chosen entity and what it is linked with, in the terms of the graph. */
  async function linked(id) {
    const record = await atlas.record(id);
    const iri = async (other) => atlas.iriOf((await atlas.record(other)).key);
    await atlas.names([id]);
    const { th, en } = called(id);
    const made = { "@context": { "@vocab": "https://w3id.org/awardgraph/ns#", rdfs: "http://www.w3.org/2000/01/rdf-schema#", prov: "http://www.w3.org/ns/prov#" }, "@id": atlas.iriOf(record.key) };
    made["rdfs:label"] = [["th", th], ["en", en]].filter(([, text]) => text).map(([lang, text]) => ({ "@language": lang, "@value": text }));
    for (const relation of atlas.head.relations) {
      const ends = await Promise.all([...atlas.forward(relation, id)].map(async (other) => ({ "@id": await iri(other) })));
      if (ends.length) made[relation] = ends;
    }
    made["prov:wasDerivedFrom"] = await Promise.all(record.sources.filter((source) => source >= 0).map(async (source) => ({ "@id": await iri(source) })));
    return JSON.stringify(made, null, 2);
  }

  /** Keep what is shown in a form; say so where there is nothing of it. */
  async function keep(form, { made, picture, chosen }) {
    const name = `awardgraph-${made.view}`;
    if (form === "CSV") return save(`${name}.csv`, table(made), "text/csv;charset=utf-8");
    if (form === "JSON-LD" && chosen >= 0) return save(`${name}.jsonld`, await linked(chosen), "application/ld+json");
    if (form === "SVG" && picture) return save(`${name}.svg`, alone(picture), "image/svg+xml");
    if (form === "PNG" && picture) return save(`${name}.png`, await drawn(picture));
    document.getElementById("status").textContent = say("explorer.nothing_to_keep", { form, name: named({ th: form, en: form })[0] });
    return undefined;
  }

  return { keep };
})();
