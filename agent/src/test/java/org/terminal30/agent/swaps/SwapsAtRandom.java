package org.terminal30.agent.swaps;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.outbox.OutboxFile;

/**
 * Thousands of swaps by chance, for every wiring as many, and what the bay said of them held against the model's truth:
 *
 * <pre>mvn -o -q -P benchmark -Dbenchmark="org.terminal30.agent.swaps.SwapsAtRandom [SWAPS [SEED]]" verify</pre>
 *
 * With a third argument, the name of a wiring, SEED is that of one swap, which is told.
 */
public final class SwapsAtRandom {
    private static final int SWAPS = 10_000;
    private static final int MOST_TOLD = 200;
    private static final int PROGRESS = 500;
    private static final Logger LOG = LoggerFactory.getLogger(SwapsAtRandom.class);
    private static final int MOST_CAUSES = 8;

    private final StringBuilder failures = new StringBuilder();
    private final Map<Wiring, Tally> tallies = new EnumMap<>(Wiring.class);
    private int told;
    private int played;

    public static void main(String[] arguments) throws Exception {
        int swaps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SWAPS;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 30;
        if (arguments.length > 2) {
            tell(System.out, seed, Wiring.valueOf(arguments[2]));
            return;
        }
        SwapsAtRandom all = new SwapsAtRandom();
        all.play(swaps, seed);
        System.out.printf("%d swaps, seed %d%n%s%n%s", swaps, seed, all.table(), all.failures());
        all.tallies.forEach((wiring, tally) -> {
            System.out.println(wiring);
            tally.causes().stream().limit(MOST_CAUSES).forEach(System.out::println);
        });
    }

    private static void tell(PrintStream out, long seed, Wiring wiring) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("terminal30-swap");
        try (OutboxFile file = OutboxFile.open(folder.resolve("outbox.sqlite"))) {
            SwapTrial trial = new SwapTrial(seed, wiring, folder, file.state());
            SwapResult result = trial.play();
            trial.story().forEach(out::println);
            out.println(result.wrong());
        }
    }

    /** Plays so many, in turn with each wiring, on all processors. */
    void play(int swaps, long seed) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("terminal30-swaps");
        SplittableRandom seeds = new SplittableRandom(seed);
        List<Wiring> wirings = List.of(Wiring.values());
        try (OutboxFile file = OutboxFile.open(folder.resolve("outbox.sqlite"));
                ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Callable<SwapResult>> all = new ArrayList<>();
            for (int i = 0; i < swaps; i++) {
                long own = seeds.nextLong();
                Wiring wiring = wirings.get(i % wirings.size());
                all.add(() -> {
                    SwapResult result = new SwapTrial(own, wiring, folder, file.state()).play();
                    add(own, wiring, result);
                    return result;
                });
            }
            for (Future<SwapResult> swap : workers.invokeAll(all)) {
                swap.get();
            }
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a swap could not be played", fault.getCause());
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path path : inside.toList()) {
                Files.delete(path);
            }
        }
        Files.delete(folder);
    }

    private synchronized void add(long seed, Wiring wiring, SwapResult result) {
        tallies.computeIfAbsent(wiring, any -> new Tally()).add(result);
        for (String what : result.wrong()) {
            if (told++ < MOST_TOLD) {
                LOG.warn("seed {} {}: {}", seed, wiring, what);
                failures.append("seed %d %s: %s%n".formatted(seed, wiring, what));
            }
        }
        if (++played % PROGRESS == 0) {
            LOG.info("{} swaps played, {} faults", played, told);
        }
    }

    /** What must never be, a line with the seed for each; empty when there was nothing. */
    String failures() {
        return failures.toString();
    }

    Tally of(Wiring wiring) {
        return tallies.getOrDefault(wiring, new Tally());
    }

    /** For docs/benchmarks.md. In brackets, as a share of all answers: what was said without need, or of a safe one, what the
     * next thing that happened had overtaken by the time somebody went by it. */
    String table() {
        var table = new StringBuilder();
        row(table, "wiring", "swaps", "wrong", "misled", "safe", "not proven", "do not", "no answer", "safe to remove",
                "not proven", "do not remove", "kept", "not excluded");
        row(table, "---", "---", "---", "---", "---", "---", "---", "---", "---", "---", "---", "---",
                "---");
        tallies.forEach((wiring, tally) -> row(table, wiring.description(), "" + tally.swaps(), "" + tally.wrong(),
                "" + tally.misled(),
                tally.share("disconnect", "safe-to-disconnect"), tally.share("disconnect", "not-proven"),
                tally.share("disconnect", "do-not-disconnect"), tally.share("disconnect", "waiting"),
                tally.share("remove", "safe-to-remove"), tally.share("remove", "not-proven"),
                tally.share("remove", "do-not-remove"), tally.share("memory", "memory-kept"),
                tally.share("memory", "memory-loss-not-excluded")));
        return table.toString();
    }

    private static void row(StringBuilder table, String... cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
