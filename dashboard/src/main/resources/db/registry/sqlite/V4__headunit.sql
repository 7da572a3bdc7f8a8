-- Head units as things of their own, what the workshop knows of their kinds, and where their codes are kept.
-- Columns that end in _on are days as people know them: 2019, 2019-05 or 2019-05-17.

alter table vehicle add column battery_type text check (battery_type in ('flooded', 'efb', 'agm', 'gel'));
alter table vehicle add column battery_amp_hours integer;
alter table vehicle add column battery_fitted_on text;
-- plate and VIN as a search compares them: O and Q as 0, I as 1, Cyrillic letters as the Latin ones they look like
alter table vehicle add column plate_search text not null default '';
alter table vehicle add column vin_search text not null default '';
update vehicle set vin_search = coalesce(vin, ''), plate_search =
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        plate_key, 'А', 'A'), 'В', 'B'), 'Е', 'E'), 'К', 'K'), 'М', 'M'), 'Н', 'H'), 'О', '0'), 'Р', 'P'), 'С', 'C'),
        'Т', 'T'), 'У', 'Y'), 'Х', 'X'), 'O', '0'), 'Q', '0'), 'I', '1');

create table head_unit (
    id integer primary key,
    maker text not null,
    model text,
    -- as it stands on the sticker; null while nobody has read it
    serial text,
    -- capitals without spaces and dashes: what two spellings of one number have in common
    serial_key text unique,
    serial_search text not null,
    -- of the library that is shipped
    profile text not null,
    code_place text not null,
    code_place_note text,
    note text,
    entered_by text not null,
    entered_at integer not null
) strict;

-- A stay of a head unit in a vehicle. Of each there is one open stay at most.
create table fitting (
    id integer primary key,
    head_unit integer not null references head_unit,
    vehicle integer not null references vehicle,
    -- null: it was in the car when the workshop first saw it
    fitted_on text,
    removed_on text,
    entered_by text not null,
    entered_at integer not null
) strict;

create unique index fitting_open_head_unit on fitting (head_unit) where removed_on is null;
create unique index fitting_open_vehicle on fitting (vehicle) where removed_on is null;
create index fitting_head_unit on fitting (head_unit);
create index fitting_vehicle on fitting (vehicle);

-- What the workshop goes by instead of what is shipped: for a whole profile, or for one head unit.
create table fact_choice (
    scope text not null check (scope in ('profile', 'head-unit')),
    subject text not null,
    fact text not null,
    says text not null,
    source text not null,
    chosen_by text not null,
    chosen_at integer not null,
    primary key (scope, subject, fact)
) strict;

-- Whether codes are kept at all: the newest row decides, none means no.
create table code_keeping (
    id integer primary key,
    enabled integer not null check (enabled in (0, 1)),
    switched_by text not null,
    switched_at integer not null
) strict;

create table kept_code (
    head_unit integer primary key references head_unit,
    -- AES-GCM, base64; the key is not in this database
    sealed text not null,
    -- tells which key opens it
    key_id text not null,
    kept_by text not null,
    kept_at integer not null
) strict;

-- Rows stay when the code is deleted.
create table code_reveal (
    id integer primary key,
    head_unit integer not null references head_unit,
    who text not null,
    why text not null,
    revealed_at integer not null
) strict;

create index code_reveal_head_unit on code_reveal (head_unit);
create index code_reveal_who on code_reveal (who, revealed_at);
