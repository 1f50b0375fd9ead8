package io.simbaerp.document.web;

import java.util.UUID;

/** What the page with the whole picture of a document's process shows. */
record ProcessPage(UUID document, String heading, ProcessDrawing drawing) {}
