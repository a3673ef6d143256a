package app.haven.local;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/// Counts what the test reports in the given folders say, and prints it as the last line of
/// `./haven test`. The first argument is the number of steps that ended badly: if no test failed
/// they are the failures, so that a build that never came to its tests is not taken for a green
/// one. Run from the source file, since the build may be what is broken.
final class Tally {
  private int run;
  private int failed;
  private int skipped;

  private Tally() {}

  public static void main(String[] args) throws Exception {
    var tally = new Tally();
    for (var folder : List.of(args).subList(1, args.length)) tally.add(new File(folder));
    if (tally.failed == 0) tally.failed = Integer.parseInt(args[0]);
    System.out.printf("%d run, %d failed, %d skipped%n", tally.run, tally.failed, tally.skipped);
    System.exit(tally.run > 0 && tally.failed == 0 && tally.skipped == 0 ? 0 : 1);
  }

  private void add(File folder) throws Exception {
    var reports = folder.listFiles((_, name) -> name.endsWith(".xml"));
    if (reports == null || reports.length == 0) {
      System.out.println("No test reports in " + folder);
      failed++;
      return;
    }
    for (var report : reports) suites(report).forEach(this::add);
  }

  private static List<Element> suites(File report) throws Exception {
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report);
    var nodes = document.getElementsByTagName("testsuite");
    var suites = new ArrayList<Element>();
    for (var i = 0; i < nodes.getLength(); i++) suites.add((Element) nodes.item(i));
    return suites;
  }

  private void add(Element suite) {
    run += number(suite, "tests");
    failed += number(suite, "failures") + number(suite, "errors");
    skipped += number(suite, "skipped");
  }

  private static int number(Element suite, String name) {
    var value = suite.getAttribute(name);
    return value.isEmpty() ? 0 : Integer.parseInt(value);
  }
}
