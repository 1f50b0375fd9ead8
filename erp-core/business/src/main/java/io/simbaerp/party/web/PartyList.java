package io.simbaerp.party.web;

import io.simbaerp.page.list.ListView;

/** What the page of all parties shows. */
record PartyList(ListView list, boolean mayMaintain) {}
