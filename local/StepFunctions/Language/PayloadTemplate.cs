using System.Text.Json.Nodes;

namespace SesCompliance.Local.StepFunctions.Language;

/// <summary>Parameters or ResultSelector: JSON in which fields that end in <c>.$</c> are looked up.</summary>
public abstract record PayloadTemplate;

/// <param name="Fixed">The fields without <c>.$</c>, in order; AWS writes them first.</param>
/// <param name="Dynamic">The fields with <c>.$</c>, under their names without it.</param>
public sealed record ObjectTemplate(
    IReadOnlyList<KeyValuePair<string, PayloadTemplate>> Fixed, IReadOnlyList<KeyValuePair<string, Expression>> Dynamic) : PayloadTemplate;

public sealed record ArrayTemplate(IReadOnlyList<PayloadTemplate> Items) : PayloadTemplate;

public sealed record ConstantTemplate(JsonNode? Value) : PayloadTemplate;
