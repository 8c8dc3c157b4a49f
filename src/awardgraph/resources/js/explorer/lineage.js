"use strict";
awardgraph.views.lineage = { make: (model) => awardgraph.views.timeline.make(model) };
