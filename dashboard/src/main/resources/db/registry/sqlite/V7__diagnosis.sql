-- What a diagnosis asks for beside the measurements.

-- what was done when the radio locked; null when nobody said
alter table lock_event add column doing text;

-- What a person found out about the radio and what feeds it, by looking or with a meter. The newest of a subject counts.
create table inspection (
    id integer primary key,
    vehicle integer not null references vehicle,
    subject text not null,
    found text not null,
    -- of the quiescent load
    milliamperes real,
    note text,
    entered_by text not null,
    entered_at integer not null
) strict;

create index inspection_vehicle on inspection (vehicle, entered_at);
