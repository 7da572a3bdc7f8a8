package org.terminal30.dashboard.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.micronaut.context.annotation.Property;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.LineProtocol;
import org.terminal30.agent.wire.MalformedLineException;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.DataFolder;
import org.terminal30.dashboard.live.BayBoard;
import org.terminal30.dashboard.registry.RegistryAwayException;
import org.terminal30.dashboard.report.ReportDesk;
import org.terminal30.dashboard.workshop.Transitions;
import org.terminal30.dashboard.workshop.Transitions.Changed;

/**
 * What a batch means for the registry: jobs, alarms, and which reports it comes too late for. While the registry is away that waits
 * in a file, so that the bay can hand over everything else; it is told when the registry is back. The order of arrival does not
 * matter there, and repeats change nothing.
 */
@Singleton
final class RegistryHalf {
    /** Of one transaction. */
    private static final int AT_ONCE = 500;
    private static final String COMMENT = "#";
    private static final Pattern ARRIVED = Pattern.compile("# ([a-z0-9-]+) ([a-z0-9-]+) arrived (\\d+) (\\d+)");
    private static final Logger LOG = LoggerFactory.getLogger(RegistryHalf.class);

    private final Transitions transitions;
    private final ReportDesk reports;
    private final BayBoard board;
    private final WaitingLines waiting;
    private final ReentrantLock file = new ReentrantLock();

    RegistryHalf(Transitions transitions, ReportDesk reports, BayBoard board,
            @Property(name = DataFolder.PROPERTY) String folder) {
        this.transitions = transitions;
        this.reports = reports;
        this.board = board;
        this.waiting = new WaitingLines(Path.of(folder, "registry-waiting.lp"));
    }

    /** On disk when this returns: in the registry, or among what waits for it. Alarms and jobs that changed by it are told first. */
    void take(BayId bay, Batch batch) {
        try {
            tell(transitions.store(batch.jobs(), batch.alarms()));
            batch.labels().ifPresent(labels -> reports.arrived(bay, labels.fromNanos(), labels.toNanos()));
        } catch (JdbiException failure) {
            RegistryAwayException.unlessBehind(failure);
            postpone(bay, batch, failure);
        }
    }

    /** Alarms first: they are what somebody may be waiting for with a clamp in the hand. */
    private void tell(Changed changed) {
        changed.alarms().forEach(board::alarm);
        changed.jobs().forEach(board::job);
    }

    private void postpone(BayId bay, Batch batch, JdbiException away) {
        List<String> lines = new ArrayList<>();
        Stream.<List<? extends WireRecord>>of(batch.jobs(), batch.alarms()).flatMap(List::stream)
                .map(RecordCodec::line).forEach(lines::add);
        batch.labels().ifPresent(labels -> lines.add("# %s %s arrived %d %d".formatted(bay.site(), bay.bay(),
                labels.fromNanos(), labels.toNanos())));
        file.lock();
        try {
            if (!waiting.add(lines)) {
                throw away;
            }
        } finally {
            file.unlock();
        }
    }

    @Scheduled(fixedDelay = "1s", initialDelay = "1s")
    void catchUp() {
        file.lock();
        try {
            if (!waiting.isEmpty()) {
                catchUp(waiting.read());
                waiting.clear();
            }
        } catch (JdbiException failure) {
            if (!RegistryAwayException.isBehind(failure)) {
                LOG.error("the registry refuses what waited for it: kept as {}", waiting.setAside(), failure);
            }
        } finally {
            file.unlock();
        }
    }

    private void catchUp(List<String> lines) {
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            List<String> some = lines.subList(from, Math.min(lines.size(), from + AT_ONCE));
            Batch batch = new Batch();
            some.stream().filter(line -> !line.startsWith(COMMENT)).forEach(line -> read(line, batch));
            tell(transitions.store(batch.jobs(), batch.alarms()));
            some.stream().map(ARRIVED::matcher).filter(Matcher::matches).forEach(this::arrived);
        }
        LOG.info("the registry was told what waited for it: {} lines", lines.size());
    }

    private static void read(String line, Batch batch) {
        try {
            batch.add(RecordCodec.record(LineProtocol.parse(line, 1, 0)));
        } catch (MalformedLineException cutShort) {
            // Was not acknowledged either: its bay sends it again.
            LOG.warn("a line that waited for the registry cannot be read: {}", cutShort.getMessage());
        }
    }

    private void arrived(Matcher line) {
        reports.arrived(new BayId(line.group(1), line.group(2)), Long.parseLong(line.group(3)),
                Long.parseLong(line.group(4)));
    }
}
