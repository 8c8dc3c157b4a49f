// Unfolds what the page carries deflated: its data, then its styles and scripts, which the page's policy knows.
"use strict";

(async () => {
  if (!globalThis.DecompressionStream) return; // The tables stay.
  const root = document.documentElement;
  root.classList.add("scripted", "folded");
  const add = (tag, text, attributes = {}) => document.head.append(Object.assign(document.createElement(tag), attributes, { textContent: text }));
  try {
    const bytes = await inflate(document.getElementById("folded").textContent);
    const { data, style = [], script = [] } = JSON.parse(new TextDecoder().decode(bytes));
    add("script", JSON.stringify(data), { type: "application/json", id: "data" });
    for (const text of style) add("style", text);
    root.classList.remove("folded");
    for (const text of script) add("script", text);
  } catch (error) {
    root.classList.remove("scripted", "folded");
    throw error;
  }
})();
