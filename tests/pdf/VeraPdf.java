import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.processor.reports.enums.JobEndStatus;

/**
 * Validates many PDF files with veraPDF in one JVM.
 *
 * <pre>
 * Takes  FLAVOUR FILE... (flavours: ua1, 2b, 3a, ...).
 * Gives  one JSON line a file on standard output, in the order given: file, compliant, assertions,
 *        failed (rule, count, message), error.
 * Exits  0 when every file is compliant, 1 when one is not or cannot be read, 2 on wrong usage.
 * </pre>
 */
public final class VeraPdf {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] args) {
        LogManager.getLogManager().reset(); // what veraPDF logs on standard error, its result says too
        if (args.length < 2 || !PDFAFlavour.getFlavourIds().contains(args[0])) {
            System.err.println("usage: VeraPdf FLAVOUR FILE...   flavours: " + PDFAFlavour.getFlavourIds());
            System.exit(2);
        }
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(args[0]);
        boolean allCompliant = true;
        for (String file : List.of(args).subList(1, args.length)) {
            allCompliant &= report(file, flavour);
        }
        System.exit(allCompliant ? 0 : 1);
    }

    private static boolean report(String file, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.getJobEndStatus() != JobEndStatus.NORMAL) {
                throw new IllegalStateException("validation ended early: " + result.getJobEndStatus());
            }
            print(file, result.isCompliant(), result.getTotalAssertions(), failedRules(result), "null");
            return result.isCompliant();
        } catch (Exception | LinkageError failure) {
            print(file, false, 0, "", quoted(failure.toString()));
            return false;
        }
    }

    private static void print(String file, boolean compliant, int assertions, String failed, String error) {
        OUT.printf("{\"file\": %s, \"compliant\": %b, \"assertions\": %d, \"failed\": [%s], \"error\": %s}%n",
                quoted(file), compliant, assertions, failed, error);
    }

    /** One JSON object a rule, however often it failed, with the message of its first failure. */
    private static String failedRules(ValidationResult result) {
        Map<String, String> messages = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                messages.putIfAbsent(rule, assertion.getMessage());
                counts.merge(rule, 1, Integer::sum);
            }
        }
        return messages.entrySet().stream()
                .map(entry -> String.format("{\"rule\": %s, \"count\": %d, \"message\": %s}",
                        quoted(entry.getKey()), counts.get(entry.getKey()), quoted(entry.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : String.valueOf(text).toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
