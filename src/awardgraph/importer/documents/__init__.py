"""Files of releases → their text: plain text, web pages, Word documents, PDF. Opens no graph."""
