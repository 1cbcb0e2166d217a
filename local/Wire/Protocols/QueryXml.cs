using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace SesCompliance.Local.Wire.Protocols;

/// <summary>Writes the Query protocol's XML: <c>&lt;XResponse&gt;&lt;XResult&gt;…</c> and <c>&lt;ErrorResponse&gt;</c>.</summary>
internal static class QueryXml
{
    // A message body may hold characters that XML 1.0 has no place for; the writer then writes character references.
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CheckCharacters = false };

    public static ReadOnlyMemory<byte> Answer(AwsApi api, string operation, JsonObject output, string requestId) => Document(writer =>
    {
        writer.WriteStartElement(operation + "Response", api.XmlNamespace);
        writer.WriteStartElement(operation + "Result");
        Members(writer, output, api.ShapesOf(operation));
        writer.WriteEndElement();
        writer.WriteStartElement("ResponseMetadata");
        writer.WriteElementString("RequestId", requestId);
        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    public static ReadOnlyMemory<byte> Error(AwsApi? api, AwsException error, string requestId) => Document(writer =>
    {
        writer.WriteStartElement("ErrorResponse", api?.XmlNamespace);
        writer.WriteStartElement("Error");
        writer.WriteElementString("Type", WireHeaders.Fault(error));
        writer.WriteElementString("Code", WireHeaders.QueryCode(api, error));
        writer.WriteElementString("Message", error.Message);
        writer.WriteEndElement();
        writer.WriteElementString("RequestId", requestId);
        writer.WriteEndElement();
    });

    private static ReadOnlyMemory<byte> Document(Action<XmlWriter> content)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            content(writer);
        }

        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }

    private static void Members(XmlWriter writer, JsonObject structure, IReadOnlyList<QueryShape> shapes)
    {
        foreach (var (name, value) in structure)
        {
            if (value is not null)
            {
                Member(writer, name, value, shapes.FirstOrDefault(shape => shape.Member == name), shapes);
            }
        }
    }

    private static void Member(XmlWriter writer, string name, JsonNode value, QueryShape? shape, IReadOnlyList<QueryShape> shapes)
    {
        switch (value)
        {
            case JsonArray list when shape?.Element is { } element:
                foreach (var item in list)
                {
                    Element(writer, element, item, shapes);
                }

                break;
            case JsonArray list:
                writer.WriteStartElement(name);
                foreach (var item in list)
                {
                    Element(writer, "member", item, shapes);
                }

                writer.WriteEndElement();
                break;
            case JsonObject map when shape is { Element: { } element, Key: not null }:
                Entries(writer, element, map, shape, shapes);
                break;
            case JsonObject map when shape?.Key is not null:
                writer.WriteStartElement(name);
                Entries(writer, "entry", map, shape, shapes);
                writer.WriteEndElement();
                break;
            default:
                Element(writer, name, value, shapes);
                break;
        }
    }

    private static void Entries(XmlWriter writer, string element, JsonObject map, QueryShape shape, IReadOnlyList<QueryShape> shapes)
    {
        foreach (var (key, value) in map)
        {
            writer.WriteStartElement(element);
            writer.WriteElementString(shape.Key!, key);
            Element(writer, shape.Value!, value, shapes);
            writer.WriteEndElement();
        }
    }

    private static void Element(XmlWriter writer, string name, JsonNode? value, IReadOnlyList<QueryShape> shapes)
    {
        writer.WriteStartElement(name);
        if (value is JsonObject structure)
        {
            Members(writer, structure, shapes);
        }
        else if (value is JsonValue scalar)
        {
            writer.WriteString(Text(scalar));
        }

        writer.WriteEndElement();
    }

    private static string Text(JsonValue value) =>
        value.AsTime() is { } time ? time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
        : value.AsBlob() is { } blob ? Convert.ToBase64String(blob)
        : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>()
        : value.ToJsonString();
}
