function Get-InnkeeperHostSection {
    <#
    .SYNOPSIS
        Reads the host itself: operating system, hardware, Hyper-V settings, global network settings.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ()
    $problems = [System.Collections.Generic.List[string]]::new()
    $section = [ordered]@{}

    $computer = (Read-InnkeeperRow 'Win32_ComputerSystem' { CimCmdlets\Get-CimInstance -ClassName Win32_ComputerSystem } $problems).rows
    foreach ($row in $computer) {
        $section = ConvertTo-InnkeeperRecord $row ([ordered]@{
                name         = 'text', 'Name'
                domain       = 'text', 'Domain'
                manufacturer = 'text', 'Manufacturer'
                model        = 'text', 'Model'
            }) $problems
        # A workgroup is not a domain: the name has no suffix there.
        if ((Get-InnkeeperProperty $row 'PartOfDomain') -eq $true) { $section['fqdn'] = "$($section['name']).$($section['domain'])" }
    }
    $product = (Read-InnkeeperRow 'Win32_ComputerSystemProduct' { CimCmdlets\Get-CimInstance -ClassName Win32_ComputerSystemProduct } $problems).rows
    foreach ($row in $product) { $section['smbiosUuid'] = ConvertTo-InnkeeperValue guid (Get-InnkeeperProperty $row 'UUID') }

    $system = (Read-InnkeeperRow 'Win32_OperatingSystem' { CimCmdlets\Get-CimInstance -ClassName Win32_OperatingSystem } $problems).rows
    foreach ($row in $system) {
        $section['os'] = ConvertTo-InnkeeperRecord $row ([ordered]@{
                caption     = 'text', 'Caption'
                version     = 'text', 'Version'
                build       = 'integer', 'BuildNumber'
                productType = 'integer', 'ProductType'
                sku         = 'integer', 'OperatingSystemSKU'
                bootedAt    = 'time', 'LastBootUpTime'
            }) $problems
    }

    $hardware = [ordered]@{}
    $processors = (Read-InnkeeperRow 'Win32_Processor' { CimCmdlets\Get-CimInstance -ClassName Win32_Processor } $problems).rows
    if ($null -ne $processors -and $processors.Count -gt 0) {
        $hardware['processorName'] = ConvertTo-InnkeeperValue text (Get-InnkeeperProperty $processors[0] 'Name')
        $cores = 0
        foreach ($row in $processors) { $cores += [int] (Get-InnkeeperProperty $row 'NumberOfCores') }
        if ($cores -gt 0) { $hardware['cores'] = $cores }
    }
    $hyperv = Read-InnkeeperRow 'Get-VMHost' { Hyper-V\Get-VMHost } $problems
    if ($hyperv.isMissing) { $problems.Add('The Hyper-V module for Windows PowerShell (feature Hyper-V-PowerShell) is not installed.') }
    foreach ($row in $hyperv.rows) {
        $section['hyperv'] = ConvertTo-InnkeeperRecord $row ([ordered]@{
                iovSupport                               = 'flag', 'IovSupport'
                iovSupportReasons                        = 'texts', 'IovSupportReasons'
                enableEnhancedSessionMode                = 'flag', 'EnableEnhancedSessionMode'
                numaSpanningEnabled                      = 'flag', 'NumaSpanningEnabled'
                supportedVmVersions                      = 'texts', 'SupportedVmVersions'
                virtualMachineMigrationEnabled           = 'flag', 'VirtualMachineMigrationEnabled'
                virtualMachineMigrationPerformanceOption = 'name', 'VirtualMachineMigrationPerformanceOption'
            }) $problems
        $hardware['logicalProcessors'] = ConvertTo-InnkeeperInteger (Get-InnkeeperProperty $row 'LogicalProcessorCount')
        $hardware['memoryBytes'] = ConvertTo-InnkeeperInteger (Get-InnkeeperProperty $row 'MemoryCapacity')
    }
    $section['hardware'] = $hardware

    # Available since Windows Server 2016; authoritative if the list from Get-VMHost is missing or empty.
    if ($section.Contains('hyperv') -and -not $section['hyperv'].Contains('supportedVmVersions')) {
        $versions = (Read-InnkeeperRow 'Get-VMHostSupportedVersion' { Hyper-V\Get-VMHostSupportedVersion } $problems).rows
        if ($null -ne $versions) { $section['hyperv']['supportedVmVersions'] = @(foreach ($row in $versions) { [string] $row.Version }) }
    }

    $offload = (Read-InnkeeperRow 'Get-NetOffloadGlobalSetting' { NetTCPIP\Get-NetOffloadGlobalSetting } $problems).rows
    foreach ($row in $offload) {
        $section['offload'] = ConvertTo-InnkeeperRecord $row ([ordered]@{
                receiveSideScaling          = 'Enabled', 'ReceiveSideScaling'
                networkDirect               = 'Enabled', 'NetworkDirect'
                networkDirectAcrossIPSubnets = 'Allowed', 'NetworkDirectAcrossIPSubnets'
            }) $problems
    }
    New-InnkeeperReading $section $problems
}
