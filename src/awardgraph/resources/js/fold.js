// The form of a name that is searched, for pages and for their workers.
"use strict";

/** Equal forms are one name, as the importer folds names. */
function foldName(text) {
  return text.normalize("NFC").replace(/[\u200b-\u200f\u2060\u00ad\ufeff]/g, "")
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/\u0e4d\u0e32/g, "\u0e33").replace(/\u0e40\u0e40/g, "\u0e41")
    .toLowerCase().replace(/\s+/g, " ").trim();
}
