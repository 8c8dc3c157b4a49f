// The search field and the list of what it finds; chosen with the keyboard alone.
"use strict";

/**
 * look(text) gives { found, rows, words }, or a promise of it: what is found, the contents of its lines in the
 * list, and what is said of it to those who do not see the list; none(text) says that nothing is found.
 */
awardgraph.combobox = (look, none) => {
  const { element } = awardgraph;
  const input = document.getElementById("search");
  const list = document.getElementById("found");
  let found = [];
  let current = -1;
  let onChoose = () => {};

  async function render() {
    const text = input.value.trim();
    const answer = text ? await look(text) : { found: [], rows: [], words: "" };
    if (text !== input.value.trim()) return;
    found = answer.found;
    current = found.length ? 0 : -1;
    list.replaceChildren(...found.map((one, place) =>
      element("li", { role: "option", id: `found-${place}`, "data-found": one, onclick: () => take(place) }, ...answer.rows[place])));
    if (text && !found.length) list.replaceChildren(element("li", { class: "none" }, none(text)));
    list.hidden = !text;
    input.setAttribute("aria-expanded", String(!list.hidden));
    document.getElementById("status").textContent = answer.words;
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

  const refresh = () => { if (input.value) render(); };

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
  input.addEventListener("focus", refresh);
  addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      input.focus();
    }
  });

  return { refresh, onChoose: (listener) => { onChoose = listener; } };
};
