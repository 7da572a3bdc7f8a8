-- A stay that was entered wrong: it is taken out of the stays, and what it said stays here for good.
create table fitting_correction (
    id integer primary key,
    head_unit integer not null references head_unit,
    vehicle integer not null references vehicle,
    fitted_on text,
    removed_on text,
    entered_by text not null,
    entered_at integer not null,
    why text not null,
    corrected_by text not null,
    corrected_at integer not null
) strict;

create index fitting_correction_head_unit on fitting_correction (head_unit);

-- Kinds of head units that the workshop knows and the shipped library does not. What is known of them is in fact_choice, as for
-- every profile, over what the kind that they are like says.
create table own_profile (
    id text primary key,
    name text not null,
    maker text,
    alike text not null,
    source text not null,
    entered_by text not null,
    entered_at integer not null
) strict;

-- What is found out about the unit goes with it from car to car; null: it is about the car, or no unit was entered then.
alter table inspection add column head_unit integer references head_unit;
update inspection set head_unit = (select head_unit from fitting
        where fitting.vehicle = inspection.vehicle and removed_on is null)
    where subject in ('firmware', 'asks-for-code');
create index inspection_head_unit on inspection (head_unit, entered_at);
