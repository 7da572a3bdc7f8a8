-- What only some kinds of event have.

-- cranking: volts at rest, peak-to-peak volts of the strokes, nanoseconds until the alternator lifted the voltage
alter table event add column rest real;
alter table event add column ripple real;
alter table event add column recovery integer;

-- chattering: which kind, and how often so far
alter table event add column chattering text;
alter table event add column count integer;
