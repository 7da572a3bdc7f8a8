package org.terminal30.dashboard.diagnosis;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Why a radio locks again and again, as far as the history tells.
 *
 * @param cause null when the evidence is not enough to name one
 * @param because what decided, or what is missing, in a sentence
 * @param standings of every cause, the likeliest first
 * @param next what to check next
 */
public record Diagnosis(@Nullable Cause cause, String because, List<Standing> standings, String next) {
    public Diagnosis {
        standings = List.copyOf(standings);
    }
}
