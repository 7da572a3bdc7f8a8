package org.terminal30.dashboard.web;

import java.util.List;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.history.Forecast;
import org.terminal30.dashboard.history.StoreSize;
import org.terminal30.dashboard.history.Upkeep;

/**
 * What the dashboard keeps on its disk.
 *
 * @param files of the data folder with their logs, the largest first
 * @param freeBytes what the dashboard may still write on the disk
 * @param rule how long levels are kept; null when the store decides that by itself
 * @param store what the levels and the bays take; null when the store cannot say, or has not measured yet
 * @param forecast null without {@code store}
 * @param notice null while there is room
 */
@Serdeable
record StorageView(List<StoredFile> files, long freeBytes, long diskBytes, Upkeep.@Nullable Rule rule,
        @Nullable StoreSize store, @Nullable Forecast forecast, @Nullable Notice notice) {
    StorageView {
        files = List.copyOf(files);
    }

    /** A file or folder in the data folder. */
    @Serdeable
    record StoredFile(String name, long bytes) {}

    /**
     * That the disk is going to be full.
     *
     * @param level {@code critical} when something has to happen now, otherwise {@code low}
     */
    @Serdeable
    record Notice(String level, String text) {}
}
