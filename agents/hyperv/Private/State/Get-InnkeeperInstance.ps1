function Get-InnkeeperInstance {
    <#
    .SYNOPSIS
        Returns the id of this installation, created once and written to disk before it is sent anywhere. Null if there is none for this machine.
    .DESCRIPTION
        It belongs to the machine on which it was created: a copied disk gets its own id, otherwise two hosts would report as one. A
        damaged file counts as none: enrolment creates a new one, which an administrator approves. One that cannot be opened does not.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,
        [Parameter(Mandatory)] [string] $MachineId,
        [switch] $Create
    )
    $read = $null
    $damage = ''
    try { $read = Read-InnkeeperJsonFile $Path.instance }
    catch [System.IO.InvalidDataException] { $damage = Get-InnkeeperErrorText $_ }
    if ($null -ne $read -and $read['machineId'] -eq $MachineId) { return $read['instanceId'] }
    if (-not $Create) { return $null }
    if ($damage) { Write-InnkeeperLog $Path Warning 1208 "$damage It is recreated." }
    $instanceId = [guid]::NewGuid().ToString()
    Write-InnkeeperJsonFile $Path.instance ([ordered]@{ instanceId = $instanceId; machineId = $MachineId })
    $instanceId
}
