"use strict";
awardgraph.views.overview = { make: (model) => awardgraph.views.timeline.make(model) };
