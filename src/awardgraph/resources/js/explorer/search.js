// Search: names in both languages, other names, years of either era; chosen with the keyboard alone.
"use strict";

awardgraph.search = (() => {
  const { atlas, say, element, nameElement, icon } = awardgraph;
  const input = document.getElementById("search");
  const list = document.getElementById("found");
  const status = document.getElementById("status");
  let found = [];
  let current = -1;
  let onChoose = () => {};

  /** Names go to a worker page by page; without workers they are searched here. */
  const finder = (() => {
    const waiting = new Map();
    const local = makeFinder();
    let worker = null;
    try {
      // Of the scripts, in their order: to inflate, to unfold, those of this worker, all others.
      const [inflating, finding] = [0, -2].map((place) => [...document.scripts].filter((script) => !script.type).at(place).textContent);
      worker = new Worker(URL.createObjectURL(new Blob([inflating, finding], { type: "text/javascript" })));
      // Where a worker is refused, the names are read again and searched here.
      worker.onerror = () => { worker = null; fill(); for (const [asked, done] of waiting) local.find(asked).then(done); };
      worker.onmessage = ({ data }) => { waiting.get(data.asked)?.(data); waiting.delete(data.asked); };
    } catch { worker = null; }
    return {
      add: (first, text) => (worker ? worker.postMessage({ page: [first, text] }) : local.add(first, text)),
      find: (asked) => (worker ? new Promise((done) => { waiting.set(asked, done); worker.postMessage({ asked }); }) : local.find(asked)),
    };
  })();

  /** Read all names in the background; sources come last, since they are seldom asked for. */
  async function fill() {
    const pages = Math.ceil(atlas.count / atlas.head.page);
    const [awards, others] = atlas.kindRange("award");
    const order = Array.from({ length: pages }, (_, page) => page);
    const isAward = (page) => page * atlas.head.page >= awards && (page + 1) * atlas.head.page <= others;
    order.sort((one, other) => isAward(one) - isAward(other) || one - other);
    for (const page of order) {
      finder.add(page * atlas.head.page, atlas.nameBlock(page));
      await atlas.breath();
    }
    document.documentElement.dataset.searchable = "true";
    if (input.value) render();
  }

  async function render() {
    const text = input.value.trim();
    const { ids, lines, total, more } = text ? await finder.find(text) : { ids: [], lines: [], total: 0 };
    if (text !== input.value.trim()) return;
    ids.forEach((id, place) => atlas.learn(id, lines[place]));
    await atlas.names(ids);
    found = ids;
    current = found.length ? 0 : -1;
    list.replaceChildren(...found.map((id, place) => {
      const year = atlas.kindOf(id) === "award" && atlas.yearOf(id);
      return element("li", { role: "option", id: `found-${place}`, "data-found": id, onclick: () => take(place) },
        icon(atlas.kindOf(id), atlas.marksOf(id)), nameElement(awardgraph.called(id)),
        element("span", { class: "small muted" }, [say(`type.${atlas.typeOf(id)}`), year ? awardgraph.yearWords(year) : ""].filter(Boolean).join(" · ")));
    }));
    if (text && !found.length) list.replaceChildren(element("li", { class: "none" }, say("explorer.nothing_found", { text })));
    list.hidden = !text;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = text ? say("page.found", { n: more ? `${total}+` : total }) : "";
    point();
  }

  function point() {
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === current)));
    if (current >= 0) {
      input.setAttribute("aria-activedescendant", `found-${current}`);
      list.children[current].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function take(place) {
    const hit = found[place];
    if (hit === undefined) return;
    close();
    onChoose(hit);
  }

  function close() {
    input.value = "";
    render();
  }

  input.addEventListener("input", render);
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) current = (current + step + found.length) % found.length;
    else if (event.key === "Enter") return take(current);
    else if (event.key === "Escape" && input.value) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
    point();
  });
  input.addEventListener("blur", () => setTimeout(() => { if (!list.matches(":hover")) list.hidden = true; }, 150));
  input.addEventListener("focus", () => { if (input.value) render(); });
  addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      input.focus();
    }
  });

  return { fill, onChoose: (listener) => { onChoose = listener; }, refresh: () => { if (input.value) render(); } };
})();
