package org.terminal30.dashboard.history.sqlite;

import org.terminal30.dashboard.history.cells.Cells;

/** Windows of one span: what a batch has of it. */
record Part(Span span, Cells windows) {}
