function Read-InnkeeperState {
    <#
    .SYNOPSIS
        Returns the state as it is on disk, with the initial values of what it does not contain. Writes nothing.
    .DESCRIPTION
        For callers without the lock: a run may be writing. Throws if the file is damaged, or in use for longer than a moment.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param ([Parameter(Mandatory)] [hashtable] $Path)
    $state = New-InnkeeperState
    $read = Read-InnkeeperJsonFile $Path.state
    if ($null -ne $read) { foreach ($entry in $read.GetEnumerator()) { $state[$entry.Key] = $entry.Value } }
    $state
}
