-- Samples at their full rate around events, packed as on the wire (docs/wire.md). Times and spans are nanoseconds.

create table waveform (
    series integer not null references series,
    start integer not null,
    -- from the first sample to the last
    span integer not null,
    samples integer not null check (samples > 0),
    -- steps of the value in a volt or ampere
    resolution integer not null,
    data blob not null,
    clock text not null,
    primary key (series, start)
) strict;
