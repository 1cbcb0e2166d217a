using System.Xml.Linq;
using Amazon.Runtime.StandIns;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>Members of an answer, by their names without the API's namespace; null where they are not.</summary>
internal static class XmlMembers
{
    public static XElement Member(this XElement xml, string name) => xml.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    public static string Text(this XElement xml, string name) => xml.Member(name)?.Value;

    public static List<T> Objects<T>(this XElement xml, string name, Func<XElement, T> read) =>
        xml.Member(name) is { } list ? [.. list.Elements().Select(read)] : Collections.Initial<T>();

    public static Dictionary<string, string> TextMap(this XElement xml, string name) => xml.Member(name) is { } map
        ? map.Elements().ToDictionary(entry => entry.Text("key"), entry => entry.Text("value"))
        : Collections.InitialMap<string>();
}
