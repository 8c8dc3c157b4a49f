"use strict";
awardgraph.views.map = { make: (model) => awardgraph.views.timeline.make(model) };
