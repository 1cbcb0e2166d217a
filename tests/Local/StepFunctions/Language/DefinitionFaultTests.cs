using SesCompliance.Local.StepFunctions.Language.Parsing;
using static SesCompliance.Tests.Local.StepFunctions.StatesWorld;

namespace SesCompliance.Tests.Local.StepFunctions.Language;

public sealed class DefinitionFaultTests
{
    private const string End = "\"End\":true";

    public static TheoryData<string, string> Faults => new()
    {
        { "", "SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object at null" },
        { "{}", "SCHEMA_VALIDATION_FAILED: These fields are required: [States, StartAt] at /" },
        { """{"StartAt":"A"}""", "SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /" },
        { Definition("B", $"\"A\":{{\"Type\":\"Pass\",{End}}}"), "MISSING_TRANSITION_TARGET: Missing 'Next' target: B at /StartAt, MISSING_TRANSITION_TARGET: State \"A\" is not reachable. at /States/A" },
        { Definition("A", "\"A\":{\"Type\":\"Pass\",\"Next\":\"NOPE\"}"), "MISSING_TRANSITION_TARGET: Missing 'Next' target: NOPE at /States/A/Next, MISSING_END_STATE: Workflow has no terminal state at null" },
        { Definition("A", "\"A\":{\"Type\":\"Pass\",\"Next\":\"B\"},\"B\":{\"Type\":\"Pass\",\"Next\":\"A\"}"), "MISSING_END_STATE: Workflow has no terminal state at null" },
        { Single($"{{\"Type\":\"Pass\",\"Catch\":[],{End}}}"), "SCHEMA_VALIDATION_FAILED: Field 'Catch' is not supported at /States/S" },
        { Single($"{{\"Type\":\"Pass\",\"Output\":1,{End}}}"), "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage at /States/S" },
        { Single($"{{\"Type\":\"Pass\",\"Parameters\":{{\"a.$\":\"States.Format(\"}},{End}}}"), "SCHEMA_VALIDATION_FAILED: The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function call at /States/S/Parameters" },
        { Single($$"""{"Type":"Pass","Parameters":{"a.$":"States.Format('\\\"{}', 1)"},{{End}}}"""), "SCHEMA_VALIDATION_FAILED: The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function call at /States/S/Parameters" },
        { Single($"{{\"Type\":\"Pass\",\"ResultPath\":\"$.a[*]\",{End}}}"), "SCHEMA_VALIDATION_FAILED: Value is not a Reference Path at /States/S/ResultPath" },
        { Single($"{{\"Type\":\"Wait\",\"Timestamp\":\"2016-12-05 21:29:29Z\",{End}}}"), "SCHEMA_VALIDATION_FAILED: String does not match RFC3339 timestamp at /States/S/Timestamp" },
        { Single($"{{\"Type\":\"Wait\",\"Seconds\":1,\"SecondsPath\":\"$.s\",{End}}}"), "SCHEMA_VALIDATION_FAILED: There should only be one of the following fields: [Seconds, SecondsPath] at /States/S" },
        { Single("{\"Type\":\"Fail\",\"Error\":\"a\",\"ErrorPath\":\"$.a\"}"), "SCHEMA_VALIDATION_FAILED: There should only be one of the following fields: [Error, ErrorPath] at /States/S" },
        { Single($"{{\"Type\":\"Map\",{End}}}"), "SCHEMA_VALIDATION_FAILED: State type 'Map' is not supported by this cloud at /States/S/Type" },
        { Single($"{{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::dynamodb:query\",{End}}}"), "SCHEMA_VALIDATION_FAILED: The resource provided arn:aws:states:::dynamodb:query is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/S/Resource" },
        { Single($"{{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"Parameters\":{{\"FunctionName\":\"f\",\"LogType\":\"Tail\"}},{End}}}"), "SCHEMA_VALIDATION_FAILED: The field 'LogType' is not supported by Step Functions at /States/S/Parameters" },
        { Task("\"Retry\":[{\"ErrorEquals\":[\"States.ALL\",\"E\"]}]"), "SCHEMA_VALIDATION_FAILED: The value 'States.ALL' must appear alone in the array at /States/S/Retry[0]/ErrorEquals" },
        { Task("\"Retry\":[{\"ErrorEquals\":[\"States.ALL\"]},{\"ErrorEquals\":[\"E\"]}]"), "SCHEMA_VALIDATION_FAILED: The value 'States.ALL' must appear in the last element of the array at /States/S/Retry[0]/ErrorEquals" },
        { Task("\"Catch\":[{\"ErrorEquals\":[\"E\"],\"Next\":\"X\"}]"), "MISSING_TRANSITION_TARGET: Missing 'Next' target: X at /States/S/Catch[0]/Next" },
        { Task("\"TimeoutSeconds\":0"), "SCHEMA_VALIDATION_FAILED: Minimum value is 1 at /States/S/TimeoutSeconds" },
        { Choice("{\"Variable\":\"$.a\",\"StringMatches\":\"x\"}"), "SCHEMA_VALIDATION_FAILED: These fields are required: [Next] at /States/S/Choices[0]" },
        { Choice("{\"Variable\":\"$.a\",\"NumericEquals\":\"1\",\"Next\":\"E\"}"), "SCHEMA_VALIDATION_FAILED: Expected value of type Number at /States/S/Choices[0]/NumericEquals" },
        { Choice("{\"Variable\":\"$.a\",\"StringMatchesPath\":\"$.b\",\"Next\":\"E\"}"), "SCHEMA_VALIDATION_FAILED: A choice rule must have a comparison operator at /States/S/Choices[0]" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Fault_is_found_and_worded_as_on_AWS(string definition, string expected) =>
        Assert.Equal(expected, string.Join(", ", DefinitionParser.Parse(definition).Faults));

    [Fact]
    public void Text_that_is_not_JSON_is_told_with_its_place() => Assert.Equal(
        "INVALID_JSON_DESCRIPTION: Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n"
            + " at [Source: (String)\"not a definition\"; line: 1, column: 4] at [Source: (String)\"not a definition\"; line: 1, column: 4]",
        Assert.Single(DefinitionParser.Parse("not a definition").Faults).ToString());

    private static string Task(string more) => Single($"{{\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:000000000000:function:f\",{more},{End}}}");

    private static string Choice(string rule) => Definition("S", $"\"S\":{{\"Type\":\"Choice\",\"Choices\":[{rule}],\"Default\":\"E\"}},\"E\":{{\"Type\":\"Succeed\"}}");
}
