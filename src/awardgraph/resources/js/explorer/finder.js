// Finds names among all labels. The same code runs in a worker, or here where there can be none.
"use strict";

function makeFinder() {
  const pages = [];
  const most = 12;

  /** Take a page of names as it stands in the page; its entities are numbered from first on. */
  async function add(first, block) {
    const text = new TextDecoder().decode(await inflate(block));
    // Folding would turn tabs into spaces; then no name of a line had a beginning and an end.
    pages.push({ first, block, text: `\n${text.replaceAll("\t", "\u001f").split("\n").map(foldName).join("\n")}\n` });
  }

  /** A year in both eras: พ.ศ. is CE + 543. */
  function eras(part) {
    const year = /^\d{4}$/.test(part) ? Number(part) : 0;
    if (year > 2442 && year < 2643) return [part, String(year - 543)];
    return year > 1899 && year < 2100 ? [part, String(year + 543)] : [part];
  }

  /** How well a line answers: its whole name, the beginning of a name, the beginning of a word, or within. */
  function rank(line, asked) {
    const names = line.split("\u001f");
    if (names.includes(asked)) return 0;
    if (names.some((name) => name.startsWith(asked))) return 1;
    return line.includes(` ${asked}`) ? 2 : 3;
  }

  /** Ids of the best answers with their lines of names, and how many there are, up to a limit. */
  async function find(text, limit = 500) {
    const asked = foldName(text);
    if (!asked) return { ids: [], lines: [], total: 0 };
    const parts = asked.split(" ").map(eras).sort((one, other) => other[0].length - one[0].length);
    const hits = [];
    for (const page of pages) {
      for (const form of parts[0]) search(page, form, parts, asked, hits);
      if (hits.length >= limit) break;
    }
    const seen = new Set();
    hits.sort((one, other) => one.rank - other.rank || one.id - other.id);
    const ids = hits.map(({ id }) => id).filter((id) => !seen.has(id) && seen.add(id));
    return { ids: ids.slice(0, most), lines: await written(ids.slice(0, most)), total: ids.length, more: hits.length >= limit };
  }

  /** The names of entities as they stand in the page: read again from its block, each once. */
  function written(ids) {
    const opened = new Map();
    return Promise.all(ids.map(async (id) => {
      const { first, block } = pages.reduce((best, page) => (page.first <= id && page.first >= best.first ? page : best), { first: -1 });
      if (!opened.has(first)) opened.set(first, inflate(block).then((bytes) => new TextDecoder().decode(bytes).split("\n")));
      return (await opened.get(first))[id - first];
    }));
  }

  function search({ first, text }, form, parts, asked, hits) {
    let id = first - 1;
    let counted = 0;
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, text.indexOf("\n", at))) {
      const begin = text.lastIndexOf("\n", at);
      for (; counted <= begin; counted = text.indexOf("\n", counted) + 1) id += 1;
      const line = text.slice(begin + 1, text.indexOf("\n", at));
      if (parts.every((forms) => forms.some((each) => line.includes(each)))) hits.push({ id, rank: rank(line, asked) });
    }
  }

  return { add, find };
}

if (typeof document === "undefined") {
  const finder = makeFinder();
  onmessage = ({ data }) => {
    if (data.page) finder.add(...data.page);
    else finder.find(data.asked).then((found) => postMessage({ asked: data.asked, ...found }));
  };
}
