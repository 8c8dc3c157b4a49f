// Search: names in both languages, other names, years of either era.
"use strict";

awardgraph.search = (() => {
  const { atlas, say, element, nameElement, icon } = awardgraph;

  /** Names go to a worker page by page; without workers they are searched here. */
  let finder = null;
  function makeSearch() {
    const waiting = new Map();
    const local = makeFinder();
    let worker = null;
    try {
      // Of the scripts, in their order: to inflate, to unfold, those of this worker, all others.
      const [inflating, finding] = [0, -2].map((place) => [...document.scripts].filter((script) => !script.type).at(place).textContent);
      worker = new Worker(URL.createObjectURL(new Blob([inflating, finding], { type: "text/javascript" })));
      // Where a worker is refused, the names are read again and searched here.
      worker.onerror = async () => { worker = null; await fill(); for (const [asked, done] of waiting) done(asked && await local.find(asked)); };
      worker.onmessage = ({ data }) => { waiting.get(data.asked)?.(data); waiting.delete(data.asked); };
    } catch { worker = null; }
    const ask = (asked, message) => new Promise((done) => { waiting.set(asked, done); worker.postMessage(message); });
    return {
      add: (first, text) => (worker ? worker.postMessage({ page: [first, text] }) : local.add(first, text)),
      all: () => (worker ? ask(undefined, { all: true }) : local.all()),
      find: (asked) => (worker ? ask(asked, { asked }) : local.find(asked)),
    };
  }

  /** Read all names in the background; sources come last, since they are seldom asked for. */
  async function fill() {
    finder ??= makeSearch();
    const pages = Math.ceil(atlas.count / atlas.head.page);
    const [awards, others] = atlas.kindRange("award");
    const order = Array.from({ length: pages }, (_, page) => page);
    const isAward = (page) => page * atlas.head.page >= awards && (page + 1) * atlas.head.page <= others;
    order.sort((one, other) => isAward(one) - isAward(other) || one - other);
    for (const page of order) {
      finder.add(page * atlas.head.page, await atlas.nameBlock(page));
      await atlas.breath();
    }
    await finder.all();
    document.documentElement.dataset.searchable = "true";
    refresh();
  }

  async function answer(text) {
    const { ids, lines, total, more } = await (finder ??= makeSearch()).find(text);
    ids.forEach((id, place) => atlas.learn(id, lines[place]));
    await atlas.names(ids);
    const rows = ids.map((id) => {
      const year = atlas.kindOf(id) === "award" && atlas.yearOf(id);
      return [icon(atlas.kindOf(id), atlas.marksOf(id)), nameElement(awardgraph.called(id)),
        element("span", { class: "small muted" }, [say(`type.${atlas.typeOf(id)}`), year ? awardgraph.yearWords(year) : ""].filter(Boolean).join(" · "))];
    });
    return { found: ids, rows, words: say("page.found", { n: more ? `${total}+` : total }) };
  }

  const { refresh, onChoose } = awardgraph.combobox(answer, (text) => say("explorer.nothing_found", { text }));

  return { fill, refresh, onChoose };
})();
