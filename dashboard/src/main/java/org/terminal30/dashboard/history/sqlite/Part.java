package org.terminal30.dashboard.history.sqlite;

/** Windows of one span: what a batch has of it. */
record Part(Span span, Cells windows) {}
