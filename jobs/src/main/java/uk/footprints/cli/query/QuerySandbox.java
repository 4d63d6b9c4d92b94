package uk.footprints.cli.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry$;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import uk.footprints.runtime.UserException;

/**
 * Lets a query read the views of a release and nothing else. The plan is checked twice: when it is parsed, before
 * anything runs, only listed kinds of plans and functions are allowed; when it is analysed, every relation must be a
 * file of the release. Everything unknown is refused.
 */
public final class QuerySandbox {

  private static final String NEXT = "write a SELECT from the tables that footprints describe lists";

  /** Kinds of plans that only read, by the names of Spark's classes. */
  private static final Set<String> PLANS =
      Set.of(
          "Project", "Filter", "Aggregate", "Sort", "GlobalLimit", "LocalLimit", "Offset", "Tail", "Join",
          "LateralJoin", "Union", "Distinct", "Intersect", "Except", "SubqueryAlias", "UnresolvedSubqueryColumnAliases",
          "UnresolvedWith", "UnresolvedRelation", "UnresolvedInlineTable", "LocalRelation", "OneRowRelation",
          "Generate", "Pivot", "Unpivot", "UnresolvedHaving", "Window", "WithWindowDefinition", "Sample", "Deduplicate",
          "UnresolvedTableValuedFunction", "UnresolvedHint", "Values");

  /** Groups of Spark's functions that compute from their arguments alone. */
  private static final Set<String> GROUPS =
      Set.of(
          "agg_funcs", "array_funcs", "binary_funcs", "bitwise_funcs", "collection_funcs", "conditional_funcs",
          "conversion_funcs", "csv_funcs", "datetime_funcs", "generator_funcs", "hash_funcs", "json_funcs",
          "lambda_funcs", "map_funcs", "math_funcs", "predicate_funcs", "string_funcs", "struct_funcs", "url_funcs",
          "window_funcs");

  /** Functions of other groups that compute from their arguments alone. */
  private static final Set<String> FUNCTIONS = Set.of("typeof", "range", "monotonically_increasing_id", "uuid");

  /** Parts of class names of expressions by which a query could reach code or files, whatever the function's name. */
  private static final List<String> NEVER =
      List.of("reflect", "udf", "udtf", "xpath", "inputfile", "protobuf", "avro", "unresolvedidentifier", "invoke");

  private final SparkSession spark;
  private final String folder;

  /**
   * Creates a sandbox for a release.
   *
   * @param spark the session with the parser and the functions
   * @param folder the folder of the release, as a qualified path; files elsewhere are not read
   */
  public QuerySandbox(SparkSession spark, String folder) {
    this.spark = spark;
    this.folder = folder.endsWith("/") ? folder : folder + "/";
  }

  /** Refuses a query that would do anything but read; call it before the query is passed to Spark. */
  public void checkParsed(LogicalPlan parsed) {
    for (Object part : parts(parsed)) {
      if (part instanceof UnresolvedRelation relation && relation.multipartIdentifier().size() != 1) {
        throw refused("reads \"" + relation.name() + "\", which is not a table of the release");
      } else if (part instanceof UnresolvedTableValuedFunction function) {
        checkFunction(CollectionConverters.asJava(function.name()));
      } else if (part instanceof UnresolvedFunction function) {
        checkFunction(CollectionConverters.asJava(function.nameParts()));
      }
      if (part instanceof LogicalPlan plan && !PLANS.contains(plan.nodeName().replaceFirst("^'", ""))) {
        throw refused("would " + words(plan.getClass().getSimpleName()));
      }
      checkExpression(part);
    }
  }

  /** Refuses a query that reads files elsewhere; call it before its rows are requested. */
  public void checkAnalysed(LogicalPlan analysed) {
    for (Object part : parts(analysed)) {
      if (part instanceof LogicalRelation relation) {
        boolean ours =
            relation.relation() instanceof HadoopFsRelation files
                && CollectionConverters.asJava(files.location().rootPaths()).stream()
                    .allMatch(p -> (p.toUri().getPath() + "/").startsWith(folder));
        if (!ours) {
          throw refused("reads outside the release");
        }
      }
      checkExpression(part);
    }
  }

  private void checkFunction(List<String> name) {
    String shown = String.join(".", name);
    if (name.size() != 1) {
      throw refused("calls the function " + shown + ", which is not built into Spark");
    }
    String function = name.get(0).toLowerCase(Locale.ROOT);
    if (FUNCTIONS.contains(function)) {
      return;
    }
    FunctionIdentifier id = FunctionRegistry$.MODULE$.builtinFunctionIdentifier(function);
    Option<ExpressionInfo> info = spark.sessionState().functionRegistry().lookupFunction(id);
    if (info.isEmpty()) {
      info = spark.sessionState().tableFunctionRegistry().lookupFunction(id);
    }
    // Spark itself reports an unknown function, with similar names.
    if (info.isDefined() && !GROUPS.contains(info.get().getGroup())) {
      throw refused("calls the function " + function + ", which is not on the list of allowed functions");
    }
  }

  private static void checkExpression(Object part) {
    if (part instanceof Expression expression) {
      String kind = expression.getClass().getSimpleName().toLowerCase(Locale.ROOT);
      if (NEVER.stream().anyMatch(kind::contains)) {
        throw refused("uses " + words(expression.getClass().getSimpleName()));
      }
    }
  }

  private static UserException refused(String what) {
    return UserException.command("A query can only read; this one " + what + ".", NEXT);
  }

  /** Returns {@code CreateTableAsSelect} as {@code create table as select}. */
  private static String words(String kind) {
    return kind.replaceAll("\\$$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  /** Returns every plan and expression, including those of subqueries and of named queries. */
  private static List<Object> parts(LogicalPlan plan) {
    List<Object> all = new ArrayList<>();
    gather(plan, all);
    return all;
  }

  private static void gather(LogicalPlan plan, List<Object> all) {
    all.add(plan);
    CollectionConverters.asJava(plan.children()).forEach(child -> gather(child, all));
    for (Object inner : CollectionConverters.asJava(plan.innerChildren())) {
      if (inner instanceof LogicalPlan named) {
        gather(named, all);
      }
    }
    CollectionConverters.asJava(((QueryPlan<?>) plan).expressions()).forEach(e -> gather(e, all));
  }

  private static void gather(Expression expression, List<Object> all) {
    all.add(expression);
    if (expression instanceof SubqueryExpression subquery) {
      gather(subquery.plan(), all);
    }
    CollectionConverters.asJava(expression.children()).forEach(child -> gather(child, all));
  }
}
