// The graph as columns. They are read at once; names and records page by page, when something of them is shown.
"use strict";

awardgraph.atlas = (() => {
  const head = awardgraph.data.atlas;
  const count = head.kinds.at(-1)?.[2] ?? 0;
  const columns = {};
  const relations = Object.fromEntries(head.relations.map((name) => [name, { name, from: [], to: [] }]));

  let worked = performance.now();
  /** Let the browser draw and listen between two parts of long work, where the last time was some while ago. */
  async function breath() {
    if (performance.now() - worked < 12) return;
    await (globalThis.scheduler?.yield ? scheduler.yield() : new Promise((done) => setTimeout(done)));
    worked = performance.now();
  }

  /** Numbers from their planes of bytes, the lowest first; of a rising column each is a step from the one before. */
  function joined(bytes, at, length, planes, rising) {
    if (planes === 1 && !rising) return bytes.subarray(at, at + length);
    const made = new Uint32Array(length);
    const [one, two, three, four] = [0, 1, 2, 3].map((plane) => at + plane * length);
    if (planes === 1) for (let i = 0; i < length; i += 1) made[i] = bytes[one + i];
    else if (planes === 2) for (let i = 0; i < length; i += 1) made[i] = bytes[one + i] | bytes[two + i] << 8;
    else for (let i = 0; i < length; i += 1) made[i] = bytes[one + i] | bytes[two + i] << 8 | bytes[three + i] << 16 | (planes > 3 ? bytes[four + i] << 24 : 0);
    if (rising) for (let i = 1; i < length; i += 1) made[i] += made[i - 1];
    return made;
  }

  async function open() {
    const bytes = await inflate(document.getElementById("columns").textContent);
    let at = 0;
    for (const [name, length, planes, rising] of head.columns) {
      columns[name] = joined(bytes, at, length, planes, rising);
      at += length * planes;
      const [relation, end] = name.split(" ");
      if (end) relations[relation][end] = columns[name];
      if (length > 100000) await breath();
    }
  }

  const kindRange = (kind) => head.kinds.find(([name]) => name === kind)?.slice(1) ?? [0, 0];
  const kindOf = (id) => head.kinds.find(([, , end]) => id < end)[0];
  const typeOf = (id) => head.types[columns.type[id]];
  const yearOf = (id) => (columns.year[id] ? columns.year[id] + head.first_year : 0);
  const marksOf = (id) => head.marks.filter((_, bit) => columns.marks[id] >> bit & 1);

  /** The place of the first number of a rising column that is not below a value. */
  function lower(column, value) {
    let [low, high] = [0, column.length];
    while (low < high) {
      const middle = low + high >> 1;
      if (column[middle] < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What an entity leads to by a relation. */
  function forward(name, id) {
    const relation = relations[name];
    return relation ? relation.to.subarray(lower(relation.from, id), lower(relation.from, id + 1)) : new Uint32Array();
  }

  /** What leads to an entity by a relation, in rising order; sorted by its ends when first asked. */
  function backward(name, id) {
    const relation = relations[name];
    if (!relation?.to.length) return new Uint32Array();
    const { low, starts, froms } = relation.turned ??= turned(relation);
    const place = id - low;
    return place < 0 || place >= starts.length - 1 ? new Uint32Array() : froms.subarray(starts[place], starts[place + 1]);
  }

  function turned({ from, to }) {
    let [low, high] = [Infinity, 0];
    for (let i = 0; i < to.length; i += 1) { if (to[i] < low) low = to[i]; if (to[i] > high) high = to[i]; }
    const starts = new Uint32Array(high - low + 2);
    for (let i = 0; i < to.length; i += 1) starts[to[i] - low + 1] += 1;
    for (let i = 1; i < starts.length; i += 1) starts[i] += starts[i - 1];
    const next = starts.slice();
    const froms = new Uint32Array(to.length);
    for (let i = 0; i < to.length; i += 1) froms[next[to[i] - low]++] = from[i];
    return { low, starts, froms };
  }

  /** The pages of a block of the page, as they stand there. */
  function blocks(id) {
    let texts = null;
    return (page) => (texts ??= document.getElementById(id).textContent.split("\n"))[page];
  }

  const nameBlock = blocks("names");

  /** Reads pages, each once. */
  function paged(block, read) {
    const cache = new Map();
    return (page) => {
      if (!cache.has(page)) {
        if (cache.size > 300) cache.delete(cache.keys().next().value);
        cache.set(page, inflate(block(page)).then((bytes) => read(new TextDecoder().decode(bytes))));
      }
      return cache.get(page);
    };
  }

  const namePage = paged(nameBlock, (text) => text.split("\n"));
  const recordPage = paged(blocks("records"), (text) => {
    const [keys, ...columns] = JSON.parse(text);
    let before = "";
    return [keys.split("\n").map((line) => (before = before.slice(0, line.charCodeAt(0) - 0x21) + line.slice(1))), ...columns];
  });
  const known = new Map();

  /** Take the names of an entity from its line. */
  function learn(id, line) {
    const [th, en, also] = line.split("\t");
    if (th || en) known.set(id, { th, en, also: also ? also.split("\u001f") : [], key: "" });
  }

  /** Read the names of entities; then name() gives them. */
  async function names(ids) {
    const missing = [...new Set(ids)].filter((id) => !known.has(id));
    await Promise.all(missing.map(async (id) => {
      learn(id, (await namePage(Math.floor(id / head.page)))[id % head.page]);
      // What nobody names is told apart by the end of its address.
      if (!known.has(id)) known.set(id, { th: "", en: "", also: [], key: await keyOf(id) });
    }));
  }

  /** The key of an entity, such as agency/depa. In that of an award a sign stands for the end of its winner's. */
  async function keyOf(id) {
    const key = (await recordPage(Math.floor(id / head.page)))[0][id % head.page];
    return key.includes("\u0001") ? key.replace("\u0001", (await keyOf(forward("recipient", id)[0])).split("/").at(-1)) : key;
  }

  /** What is known about one entity: its key, who states it, its facts and what sources say. */
  async function record(id) {
    const at = id % head.page;
    const [, stated, others, facts, quotes] = await recordPage(Math.floor(id / head.page));
    const sources = stated[at] === -1 ? [] : [stated[at]].flat();
    const told = (quotes[at] ?? []).map((quote) => (Array.isArray(quote) ? quote : [quote]));
    return { key: await keyOf(id), sources, others: others[at] ?? [], facts: facts[at] ?? [], quotes: await Promise.all(told.map(async ([words, remark = "", source = sources[0]]) => [source, await spelled(words, id), remark])) };
  }

  /** Words with the names for which signs stand: those of an award's project and of its winner, in both languages. */
  async function spelled(words, id) {
    const ends = ["forProject", "recipient"].map((relation) => forward(relation, id)[0]);
    if (/[\u0001-\u0004]/.test(words)) await names(ends.filter((end) => end !== undefined));
    return words.replace(/[\u0001-\u0004]/g, (sign) => known.get(ends[sign < "\u0003" ? 0 : 1])[sign.charCodeAt(0) % 2 ? "th" : "en"]);
  }

  const table = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit += 1) n = n & 1 ? n >>> 1 ^ 0xedb88320 : n >>> 1;
    return n;
  });
  const crc = (text) => ~new TextEncoder().encode(text).reduce((sum, byte) => sum >>> 8 ^ table[(sum ^ byte) & 255], -1) >>> 0;

  /** The entity of a key, such as agency/depa; -1 where there is none. */
  async function find(key) {
    if (!count) return -1;
    const sum = crc(key) & 0xffff;
    for (let id = columns.key.indexOf(sum); id >= 0; id = columns.key.indexOf(sum, id + 1)) {
      if ((await keyOf(id)) === key) return id;
    }
    return -1;
  }

  /** The class and the names of an entity as statements of the graph; nothing that it words otherwise. */
  function statedNames(id) {
    const { th, en } = known.get(id);
    const type = head.classes[typeOf(id)];
    const by = kindOf(id) === "source" ? "http://purl.org/dc/terms/title" : "http://www.w3.org/2000/01/rdf-schema#label";
    const names = columns.marks[id] >> head.marks.length & 1 ? [] : [["th", th], ["en", en]].filter(([, text]) => text);
    return { ...(type && { "@type": type }), ...(names.length && { [by]: names.map(([lang, text]) => ({ "@language": lang, "@value": text })) }) };
  }

  return {
    count, head, relations, open, breath, kindRange, kindOf, typeOf, yearOf, marksOf, forward, backward, names, learn, record, find,
    name: (id) => known.get(id), strengthOf: (id) => columns.strength[id] / 100,
    iriOf: (key) => (/^[a-z][a-z0-9+.-]*:/i.test(key) ? key : head.base + key),
    nameBlock, statedNames,
  };
})();
