"use strict";
awardgraph.views.matrix = { make: (model) => awardgraph.views.timeline.make(model) };
