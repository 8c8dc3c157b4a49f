// The graph as columns. They are read at once; names and records page by page, when something of them is shown.
"use strict";

awardgraph.atlas = (() => {
  const head = awardgraph.data.atlas;
  const count = head.kinds.at(-1)?.[2] ?? 0;
  const columns = {};
  const places = new Map();
  let bytes = new Uint8Array();

  /** A column of the page, read when it is first asked for. */
  const column = (name) => (columns[name] ??= places.has(name) ? joined(...places.get(name)) : new Uint32Array());

  /** A relation: where its links begin, in rising order, and where each ends. */
  const relationOf = (name) => ({ name, get from() { return kept(this, "from", column(`${name} from`)); }, get to() { return kept(this, "to", column(`${name} to`)); } });
  function kept(object, name, value) {
    Object.defineProperty(object, name, { value });
    return value;
  }
  const relations = Object.fromEntries(head.relations.map((name) => [name, relationOf(name)]));

  /** Numbers from their planes of bytes, the lowest first; of a rising column each is a step from the one before. */
  function joined(at, length, planes, rising) {
    if (planes === 1 && !rising) return bytes.subarray(at, at + length);
    const made = new Uint32Array(length);
    const [one, two, three, four] = [0, 1, 2, 3].map((plane) => at + plane * length);
    if (planes === 1) for (let i = 0; i < length; i += 1) made[i] = bytes[one + i];
    else if (planes === 2) for (let i = 0; i < length; i += 1) made[i] = bytes[one + i] | bytes[two + i] << 8;
    else for (let i = 0; i < length; i += 1) made[i] = bytes[one + i] | bytes[two + i] << 8 | bytes[three + i] << 16 | (planes > 3 ? bytes[four + i] << 24 : 0);
    if (rising) for (let i = 1; i < length; i += 1) made[i] += made[i - 1];
    return made;
  }

  /** A block of the page as it stands there, as soon as the browser has read it to its end. */
  async function block(name, place) {
    const blocks = document.getElementsByClassName(`packed-${name}`);
    while (document.readyState === "loading" && !blocks[place]?.nextElementSibling) await new Promise((done) => setTimeout(done, 4));
    return blocks[place].textContent;
  }

  async function open() {
    const parts = [];
    while (parts.length < head.parts) parts.push(await block("columns", parts.length));
    bytes = await inflate(...parts);
    let at = 0;
    for (const [name, length, planes, rising] of head.columns) {
      places.set(name, [at, length, planes, rising]);
      at += length * planes;
    }
  }

  /** Read in the background what has not been asked for so far, and sort it both ways. */
  async function settle() {
    for (const name of places.keys()) {
      column(name);
      await breath();
    }
    for (const relation of Object.values(relations)) {
      turnedOf(relation);
      await breath();
    }
  }

  const kindRange = (kind) => head.kinds.find(([name]) => name === kind)?.slice(1) ?? [0, 0];
  const kindOf = (id) => head.kinds.find(([, , end]) => id < end)[0];
  const typeOf = (id) => head.types[column("type")[id]];
  const yearOf = (id) => (column("year")[id] ? column("year")[id] + head.first_year : 0);
  const marksOf = (id) => head.marks.filter((_, bit) => column("marks")[id] >> bit & 1);

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
    const { low, starts, froms } = turnedOf(relation);
    const place = id - low;
    return place < 0 || place >= starts.length - 1 ? new Uint32Array() : froms.subarray(starts[place], starts[place + 1]);
  }

  const turnedOf = (relation) => (relation.turned ??= turned(relation));

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

  const nameBlock = (page) => block("names", page);

  /** Reads pages, each once. */
  function paged(name, read) {
    const cache = new Map();
    return (page) => {
      if (!cache.has(page)) {
        if (cache.size > 300) cache.delete(cache.keys().next().value);
        cache.set(page, block(name, page).then(inflate).then((content) => read(new TextDecoder().decode(content))));
      }
      return cache.get(page);
    };
  }

  const namePage = paged("names", (text) => text.split("\n"));
  const recordPage = paged("records", (text) => {
    const [keys, ...columns] = JSON.parse(text);
    return [keys.split("\n"), ...columns];
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
    for (let id = column("key").indexOf(sum); id >= 0; id = column("key").indexOf(sum, id + 1)) {
      if ((await keyOf(id)) === key) return id;
    }
    return -1;
  }

  /** The class and the names of an entity as statements of the graph; nothing that it words otherwise. */
  function statedNames(id) {
    const { th, en } = known.get(id);
    const type = head.classes[typeOf(id)];
    const by = kindOf(id) === "source" ? "http://purl.org/dc/terms/title" : "http://www.w3.org/2000/01/rdf-schema#label";
    const names = column("marks")[id] >> head.marks.length & 1 ? [] : [["th", th], ["en", en]].filter(([, text]) => text);
    return { ...(type && { "@type": type }), ...(names.length && { [by]: names.map(([lang, text]) => ({ "@language": lang, "@value": text })) }) };
  }

  return {
    count, head, relations, column, open, settle, breath, lower, kindRange, kindOf, typeOf, yearOf, marksOf, forward, backward, names, learn, record, find,
    name: (id) => known.get(id), strengthOf: (id) => column("strength")[id] / 100,
    iriOf: (key) => (/^[a-z][a-z0-9+.-]*:/i.test(key) ? key : head.base + key),
    nameBlock, statedNames,
  };
})();
