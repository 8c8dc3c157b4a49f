"use strict";
awardgraph.views.ceremony = { make: (model) => awardgraph.views.timeline.make(model) };
